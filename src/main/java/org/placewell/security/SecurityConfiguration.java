package org.placewell.security;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Login by form, everything denied unless the role matrix allows it, and strict headers: nothing inline, nothing from elsewhere. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
            + "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** @param strength bcrypt's cost, as a power of two; 10 unless a test needs many people quickly */
    @Bean
    PasswordEncoder passwordEncoder(@Value("${placewell.password-strength:10}") int strength) {
        return new BCryptPasswordEncoder(strength);
    }

    @Bean
    UserDetailsService logins(JdbcClient jdbc) {
        // A name with an invisible character is nobody's: it must not be a second spelling of somebody's, with tries of its own.
        return username -> Optional.of(username).filter(name -> name.chars().noneMatch(Character::isISOControl))
                .flatMap(name -> jdbc.sql("select password_hash from app_user where username = ? and active").param(name).query(String.class).optional())
                .map(hash -> User.withUsername(username).password(hash).authorities("ROLE_USER").build())
                .orElseThrow(() -> new UsernameNotFoundException("unknown"));
    }

    @Bean
    SecurityFilterChain pages(HttpSecurity http, PageAccess access, Clock clock) throws Exception {
        var throttle = new LoginThrottle(clock);
        var home = new SavedRequestAwareAuthenticationSuccessHandler();
        home.setDefaultTargetUrl("/");
        return http
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR).permitAll()
                        .anyRequest().access(access))
                .formLogin(login -> login.loginPage("/login").failureHandler(throttle.failureHandler())
                        .successHandler((request, response, person) -> {
                            throttle.succeeded(person);
                            home.onAuthenticationSuccess(request, response, person);
                        }))
                .logout(logout -> logout.logoutUrl("/logout").logoutSuccessUrl("/login?out").deleteCookies("JSESSIONID"))
                .addFilterBefore(throttle, UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new SessionAge(), SecurityContextHolderFilter.class)
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()))
                // The engine maker's screens, when built in, bring their own protection against forged requests.
                .csrf(csrf -> csrf.ignoringRequestMatchers("/camunda/**"))
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        // Pages say frame-ancestors themselves; a paper of evidence may stand in a frame of its own page.
                        .frameOptions(frame -> frame.sameOrigin())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .httpStrictTransportSecurity(hsts -> hsts.maxAgeInSeconds(31_536_000).includeSubDomains(true))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()")))
                .build();
    }
}
