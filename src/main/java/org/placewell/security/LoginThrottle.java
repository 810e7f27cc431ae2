package org.placewell.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down guessing of passwords: after ten wrong tries for one login name, or fifty from one address, within 15 minutes, further
 * tries are turned away until the window has passed. Kept in memory: each node of a cluster counts its own.
 */
final class LoginThrottle extends OncePerRequestFilter {

    static final int PER_NAME = 10;
    static final int PER_ADDRESS = 50;
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;
    private final Clock clock;
    private final Map<String, Deque<Instant>> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > REMEMBERED;
        }
    };

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var login = "POST".equals(request.getMethod()) && request.getRequestURI().equals(request.getContextPath() + "/login");
        if (login && (count(name(request)) >= PER_NAME || count(request.getRemoteAddr()) >= PER_ADDRESS)) {
            response.sendRedirect(request.getContextPath() + "/login?wait");
            return;
        }
        chain.doFilter(request, response);
    }

    /** Notes a wrong try. */
    void failed(HttpServletRequest request) {
        note(name(request));
        note(request.getRemoteAddr());
    }

    /** Forgets the wrong tries for a name that has signed in. */
    void succeeded(Authentication person) {
        synchronized (failures) {
            failures.remove(key(person.getName()));
        }
    }

    /** The handler that notes a wrong try and shows the sign-in page again. */
    SimpleUrlAuthenticationFailureHandler failureHandler() {
        return new SimpleUrlAuthenticationFailureHandler("/login?failed") {
            @Override
            public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
                    throws IOException, ServletException {
                failed(request);
                super.onAuthenticationFailure(request, response, exception);
            }
        };
    }

    private void note(String key) {
        synchronized (failures) {
            failures.computeIfAbsent(key, any -> new ArrayDeque<>()).addLast(clock.instant());
        }
    }

    private int count(String key) {
        synchronized (failures) {
            var tries = failures.get(key);
            if (tries == null) {
                return 0;
            }
            var oldest = clock.instant().minus(WINDOW);
            tries.removeIf(moment -> moment.isBefore(oldest));
            return tries.size();
        }
    }

    private static String name(HttpServletRequest request) {
        var typed = request.getParameter("username");
        return key(typed == null ? "" : typed);
    }

    private static String key(String name) {
        // As the sign-in reads it, which leaves invisible characters at the ends out, and those within as well: one name, one count.
        var text = name.replaceAll("\\p{Cntrl}", "").strip().toLowerCase(Locale.ROOT);
        return "name:" + (text.length() > 100 ? text.substring(0, 100) : text);
    }
}
