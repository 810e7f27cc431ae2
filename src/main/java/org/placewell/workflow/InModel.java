package org.placewell.workflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/**
 * Marks a bean whose methods a process model may call for its dates: {@code ${triageDeadlines.decideBy(referralRef)}}.
 * Besides delegates these are the only beans that an expression can reach.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface InModel {}
