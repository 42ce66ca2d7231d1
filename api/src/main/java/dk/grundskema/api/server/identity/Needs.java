package dk.grundskema.api.server.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an operation needs of its caller. Where it is more than being signed in, the operation's path names the organisation, or something
 * that belongs to one; see {@link Belonging}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    /** The permission in the organisation that the path leads to. */
    Permission value();
}
