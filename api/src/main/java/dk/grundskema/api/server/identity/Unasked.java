package dk.grundskema.api.server.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that open pages ask for by themselves, over and over or until something ends. That they do is no use of the session: one whose pages
 * nobody sits at any more ends as if they were closed.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Unasked {}
