package dk.grundskema.api.exports.workbook;

import dk.grundskema.api.documents.timetable.PayrollHours;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A column of the hours table, on paper and in the workbook.
 *
 * @param key     key of its heading
 * @param style   CSS class of its cells
 * @param minutes returns its value, in minutes
 */
public record HoursColumn(String key, String style, ToLongFunction<PayrollHours> minutes) {
    /** All columns, in order. */
    public static final List<HoursColumn> ALL = List.of(
            new HoursColumn("hours.day", "", PayrollHours::day),
            new HoursColumn("hours.evening", "", PayrollHours::evening),
            new HoursColumn("hours.night", "", PayrollHours::night),
            new HoursColumn("hours.weekend", "", PayrollHours::weekend),
            new HoursColumn("hours.preparation", "", PayrollHours::preparation),
            new HoursColumn("hours.not-counted", "", hours -> -hours.notCounted()),
            new HoursColumn("hours.counted", "total", PayrollHours::counted),
            new HoursColumn("hours.stand-by", "", PayrollHours::standBy));

    /** Returns the value of the column, in minutes. */
    public long of(PayrollHours hours) {
        return minutes.applyAsLong(hours);
    }
}
