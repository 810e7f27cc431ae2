package org.placewell.shared;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock that everything injects. */
@Configuration(proxyBeanMethods = false)
class SharedConfiguration {

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }
}
