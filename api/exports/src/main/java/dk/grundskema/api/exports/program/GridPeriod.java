package dk.grundskema.api.exports.program;

import java.time.LocalTime;

/**
 * A period of the day in a grid that is the same on all days.
 *
 * @param shift sequence of periods without overlap, from 0, the ordinary ones; periods of different shifts may overlap
 * @param start start time
 * @param end   end time; after {@code start}
 */
record GridPeriod(int shift, LocalTime start, LocalTime end) {}
