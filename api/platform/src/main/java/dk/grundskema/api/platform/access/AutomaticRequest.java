package dk.grundskema.api.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation that open pages call by themselves, repeatedly or as a stream. Such calls do not count as use of the session: a session whose
 * pages nobody uses ends as if they were closed.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AutomaticRequest {}
