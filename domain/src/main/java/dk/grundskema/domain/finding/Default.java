package dk.grundskema.domain.finding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The default of a record component that is absent from a file, as JSON. Readers, schemas and forms use it. A {@code @Nullable} component (absent)
 * and a collection (empty) need none. A record may instead have a static method {@code defaults()}, whose components are the defaults.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
    /** The default as JSON text, such as {@code 37}, {@code "08:45"} in quotes, or {@code true}. */
    String value();
}
