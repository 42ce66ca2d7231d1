package dk.grundskema.domain.finding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value that a record component has when a file leaves it out, as JSON. Readers, schemas and forms take it from here.
 * A component that is {@code @Nullable} needs none (it is absent), nor do collections (they are empty); a record may
 * instead have a static method {@code defaults()}, whose components are then the defaults.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
    /** The default as JSON text, such as {@code 37}, {@code "08:45"} in quotes, or {@code true}. */
    String value();
}
