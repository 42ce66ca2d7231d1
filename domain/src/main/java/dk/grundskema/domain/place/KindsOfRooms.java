package dk.grundskema.domain.place;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that the texts of a record component, a list or set of them, are kinds of rooms: forms show the usual ones in the reader's language, and
 * understand whatever {@link RoomKind} does.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface KindsOfRooms {}
