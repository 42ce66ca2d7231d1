package dk.grundskema.api.imports.source;

import dk.grundskema.domain.time.Period;

/**
 * A time at which somebody can't be had, from a list of its own.
 *
 * @param place where
 * @param who   a member of staff, a student or a room
 * @param when  when
 */
public record SourceBusy(Place place, Said who, Period when) {}
