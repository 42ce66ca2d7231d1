package dk.grundskema.api.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Permission that an operation requires of its caller. If it is more than being signed in, the path of the operation contains the id of the
 * organisation or of an object that belongs to one; see {@link OrganisationResolver}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresPermission {
    /** The permission in the organisation that the path refers to. */
    Permission value();
}
