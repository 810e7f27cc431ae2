package org.placewell.security;

import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** The one gate of every request: the role matrix, asked with the person's roles of this moment, not of the login. */
@Component
class PageAccess implements AuthorizationManager<RequestAuthorizationContext> {

    private final RoleMatrix matrix;
    private final Actors actors;

    PageAccess(RoleMatrix matrix, Actors actors) {
        this.matrix = matrix;
        this.actors = actors;
    }

    @Override
    public AuthorizationDecision authorize(Supplier<Authentication> authentication, RequestAuthorizationContext context) {
        var request = context.getRequest();
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var rule = matrix.rule(request.getMethod(), path);
        if (rule.isPresent() && rule.get().anyone()) {
            return new AuthorizationDecision(true);
        }
        var person = authentication.get();
        var actor = person == null || !person.isAuthenticated() ? null : actors.find(person.getName()).orElse(null);
        return new AuthorizationDecision(rule.isPresent() && rule.get().allows(actor));
    }

    @Override
    @Deprecated
    public AuthorizationDecision check(Supplier<Authentication> authentication, RequestAuthorizationContext context) {
        return authorize(authentication, context);
    }
}
