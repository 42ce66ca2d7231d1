package dk.grundskema.api.documents.timetable;

/**
 * Minutes of real time on duty, each in exactly one of four columns. Priority (our own rule): weekend, night, evening, day. Weekend is
 * Saturday and Sunday by the calendar, regardless of the day on which the duty starts; the working-time rules set the limits of evening and night.
 *
 * @param day         neither weekend nor night nor evening
 * @param evening     from the start of the evening to the start of the night
 * @param night       from the start to the end of the night
 * @param weekend     on Saturday or Sunday, at any time of day
 * @param preparation paid preparation and evaluation, in addition to the duties
 * @param notCounted  minutes of the four columns that don't count as hours worked, such as a night that by agreement counts for less
 * @param standBy     stand-by at home, which is not work and not part of the other columns
 */
public record PayrollHours(
        long day, long evening, long night, long weekend, long preparation, long notCounted, long standBy) {
    /** No hours. */
    public static final PayrollHours NONE = new PayrollHours(0, 0, 0, 0, 0, 0, 0);

    /** Returns the sum of both. */
    public PayrollHours plus(PayrollHours other) {
        return new PayrollHours(
                day + other.day,
                evening + other.evening,
                night + other.night,
                weekend + other.weekend,
                preparation + other.preparation,
                notCounted + other.notCounted,
                standBy + other.standBy);
    }

    /** Returns the minutes on duty, the sum of the four columns. */
    public long onDuty() {
        return day + evening + night + weekend;
    }

    /** Returns the minutes that count as hours worked: duty and preparation without those not counted. */
    public long counted() {
        return onDuty() + preparation - notCounted;
    }
}
