package dk.grundskema.domain.place;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a text component, or a list or set of texts, as names of room kinds. Forms offer the usual kinds in the reader's language and accept every
 * name that {@link RoomKind} recognises.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface RoomKindNames {}
