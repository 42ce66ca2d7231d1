package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.documents.file.Sha256;
import dk.grundskema.api.planning.status.OpenSeat;
import dk.grundskema.api.planning.status.PlanFault;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.solver.check.ViolationPlace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The faults of a timetable, with the meetings in which they are.
 *
 * @param all the faults in the order of {@link PlanFault#findAll}
 * @param concerned broken guidelines at places that the planner has accepted, whether or not by enough
 * @param openSeats required seats that nobody takes, in chronological order: those among the faults, and those that the planner accepted
 */
public record LocatedFaults(List<LocatedFault> all, List<RuleViolation> concerned, List<OpenSeat> openSeats) {
    private static final int TAG_LENGTH = 6;

    /** No faults. */
    public static final LocatedFaults NONE = new LocatedFaults(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public LocatedFaults {
        all = List.copyOf(all);
        concerned = List.copyOf(concerned);
        openSeats = List.copyOf(openSeats);
    }

    /**
     * A fault.
     *
     * @param key    its key in addresses: number of the fault and a tag of the documents, so that an address never shows another fault
     * @param fault  the fault
     * @param places meetings in which it is; empty if no meeting can be marked
     */
    public record LocatedFault(String key, PlanFault fault, List<ViolationPlace> places) {
        /** Copies the list. */
        public LocatedFault {
            places = List.copyOf(places);
        }

        /** Returns whether it is in the meeting of a session on a date. */
        public boolean isIn(SessionId session, LocalDate date) {
            return places.stream()
                    .anyMatch(place ->
                            place.session().equals(session) && place.dates().contains(date));
        }

        /** Returns whether it is in the meeting of a session on any date. */
        public boolean isIn(SessionId session) {
            return places.stream().anyMatch(place -> place.session().equals(session));
        }
    }

    /** Returns the beginning of keys of faults of some documents, so that an address never shows a fault of others. */
    static String tag(String documents) {
        return Sha256.of(documents).substring(0, TAG_LENGTH);
    }

    /** Returns these faults and others. */
    public LocatedFaults and(LocatedFaults others) {
        var both = new ArrayList<>(all);
        both.addAll(others.all());
        return new LocatedFaults(both, concerned, openSeats);
    }

    /** Returns the open seats that are no faults, because the planner accepted them, in chronological order. */
    public List<OpenSeat> acceptedSeats() {
        Set<OpenSeat> faults = all.stream()
                .flatMap(located -> Stream.ofNullable(located.fault().seat()))
                .collect(Collectors.toSet());
        return openSeats.stream().filter(seat -> !faults.contains(seat)).toList();
    }

    /** Returns the fault with a key; empty if the key is that of another timetable. */
    public Optional<LocatedFault> find(String key) {
        return all.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** Returns the number of faults that are in no meeting. */
    public long unplaced() {
        return all.stream().filter(one -> one.places().isEmpty()).count();
    }
}
