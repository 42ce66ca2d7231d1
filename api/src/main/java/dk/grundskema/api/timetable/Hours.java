package dk.grundskema.api.timetable;

/**
 * Minutes that truly pass while somebody is on duty, each in exactly one of the four columns: the weekend goes before the night, the night
 * before the evening, and what is none of these is day. That order is ours. Weekend is Saturday and Sunday by the calendar, whatever day the
 * duty starts on; evening and night begin and end as the working-time rules say.
 *
 * @param day         neither weekend nor night nor evening
 * @param evening     from when the evening starts until the night does
 * @param night       from when the night starts until it ends
 * @param weekend     on Saturday or Sunday, at whatever time of day
 * @param preparation paid preparation and evaluation, beside the duties
 * @param notCounted  of the four columns, what doesn't count as hours worked, as where a night is agreed to count for less
 * @param standBy     stand-by at home, which is in none of the others and is no work
 */
public record Hours(long day, long evening, long night, long weekend, long preparation, long notCounted, long standBy) {
    /** No hours. */
    public static final Hours NONE = new Hours(0, 0, 0, 0, 0, 0, 0);

    /** Both together. */
    public Hours plus(Hours other) {
        return new Hours(
                day + other.day,
                evening + other.evening,
                night + other.night,
                weekend + other.weekend,
                preparation + other.preparation,
                notCounted + other.notCounted,
                standBy + other.standBy);
    }

    /** Minutes on duty, as many as the four columns have together. */
    public long onDuty() {
        return day + evening + night + weekend;
    }

    /** Minutes that count as hours worked: those on duty and of preparation, without what doesn't count. */
    public long counted() {
        return onDuty() + preparation - notCounted;
    }
}
