package dk.grundskema.api.exports;

import dk.grundskema.api.timetable.Hours;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A column of the hours, on paper and in the workbook.
 *
 * @param key     key of its heading
 * @param style   class of its cells
 * @param minutes what stands in it
 */
public record HoursColumn(String key, String style, ToLongFunction<Hours> minutes) {
    /** All columns, in order. */
    static final List<HoursColumn> ALL = List.of(
            new HoursColumn("hours.day", "", Hours::day),
            new HoursColumn("hours.evening", "", Hours::evening),
            new HoursColumn("hours.night", "", Hours::night),
            new HoursColumn("hours.weekend", "", Hours::weekend),
            new HoursColumn("hours.preparation", "", Hours::preparation),
            new HoursColumn("hours.not-counted", "", hours -> -hours.notCounted()),
            new HoursColumn("hours.counted", "total", Hours::counted),
            new HoursColumn("hours.stand-by", "", Hours::standBy));

    /** What stands in the column for some hours, in minutes. */
    public long of(Hours hours) {
        return minutes.applyAsLong(hours);
    }
}
