package dk.grundskema.examples.comparison.rosters;

import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.StaffId;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A roster of nurses from the first day of the problem on.
 *
 * @param days      number of days, 1 to 56
 * @param shifts    shift types
 * @param contracts contracts
 * @param nurses    nurses
 */
public record RosterParameters(int days, List<Shift> shifts, List<Contract> contracts, List<Nurse> nurses) {
    /** Checks the ranges and copies the lists. */
    public RosterParameters {
        shifts = List.copyOf(shifts);
        contracts = List.copyOf(contracts);
        nurses = List.copyOf(nurses);
        new RecordValidator()
                .range("days", days, 1, 56)
                .notEmpty("shifts", shifts)
                .distinct("shifts", shifts.stream().map(Shift::id).toList())
                .distinct("contracts", contracts.stream().map(Contract::id).toList())
                .notEmpty("nurses", nurses)
                .distinct("nurses", nurses.stream().map(Nurse::staffId).toList())
                .throwIfInvalid();
    }

    /** The part that a shift type has in the rules. */
    public enum ShiftKind {
        /** Must not follow a late shift. */
        EARLY,
        /** Has no part. */
        DAY,
        /** Must not come before an early shift. */
        LATE,
        /** Two free days follow. */
        NIGHT
    }

    /**
     * A shift type.
     *
     * @param id    short name, part of the ids of its sessions
     * @param kind  part in the rules
     * @param start time of day at which it starts
     * @param end   time of day at which it ends; when not after {@code start}, on the next day
     * @param skill skill that is required; {@code null} means none
     * @param cover number of nurses from Monday to Sunday, seven numbers
     */
    public record Shift(
            String id,
            ShiftKind kind,
            LocalTime start,
            LocalTime end,
            @Nullable String skill,
            List<Integer> cover) {
        /** Checks the name and the cover. */
        public Shift {
            cover = List.copyOf(cover);
            new RecordValidator()
                    .name("id", id)
                    .range("cover", cover.size(), 7, 7)
                    .duration("end", start, end)
                    .throwIfInvalid();
        }
    }

    /**
     * A contract. A run is a number of days in succession.
     *
     * @param id               short name
     * @param leastShifts      least number of shifts
     * @param mostShifts       greatest number of shifts
     * @param leastRun         least number of working days in succession
     * @param mostRun          greatest number of working days in succession
     * @param leastFree        least number of free days in succession
     * @param mostFree         greatest number of free days in succession
     * @param completeWeekends whether weekends are worked on both days or on none
     */
    public record Contract(
            String id,
            int leastShifts,
            int mostShifts,
            int leastRun,
            int mostRun,
            int leastFree,
            int mostFree,
            boolean completeWeekends) {
        /** Checks the ranges. */
        public Contract {
            new RecordValidator()
                    .name("id", id)
                    .range("leastShifts", leastShifts, 0, 56)
                    .range("mostShifts", mostShifts, leastShifts, 56)
                    .range("leastRun", leastRun, 1, 56)
                    .range("mostRun", mostRun, leastRun, 56)
                    .range("leastFree", leastFree, 1, 56)
                    .range("mostFree", mostFree, leastFree, 56)
                    .throwIfInvalid();
        }
    }

    /**
     * A nurse.
     *
     * @param staffId  the staff member
     * @param contract id of the contract
     * @param wishes   wishes to be off
     */
    public record Nurse(StaffId staffId, String contract, List<OffWish> wishes) {
        /** Copies the list. */
        public Nurse {
            wishes = List.copyOf(wishes);
        }
    }

    /**
     * A wish to be off.
     *
     * @param day    number of the day, from 1
     * @param shift  id of the shift type; {@code null} means the whole day
     * @param weight cost if it is not met, 1 to 100
     */
    public record OffWish(int day, @Nullable String shift, int weight) {
        /** Checks the ranges. */
        public OffWish {
            new RecordValidator()
                    .range("day", day, 1, 56)
                    .range("weight", weight, 1, 100)
                    .throwIfInvalid();
        }
    }
}
