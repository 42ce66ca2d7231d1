package dk.grundskema.api.imports.source;

import dk.grundskema.domain.time.Period;

/**
 * A time at which a person or room is not available, from a separate list.
 *
 * @param place its place
 * @param who   a staff member, a student or a room
 * @param when  the time
 */
public record SourceBusyTime(SourceLocation place, SourceText who, Period when) {}
