package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A date on which tutors meet without students, for training or supervision.
 *
 * @param kind   kind of gathering
 * @param title  display title; {@code null} means the usual name
 * @param date   its date
 * @param start  time of day at which it starts
 * @param end    time of day at which it ends, after {@code start}
 * @param staff  who takes part; empty means everybody whom the intervention names
 * @param leader additional staff member who leads it, such as a psychologist; {@code null} means none
 */
public record Gathering(
        Kind kind,
        @Nullable String title,
        LocalDate date,
        LocalTime start,
        LocalTime end,
        List<StaffId> staff,
        @Nullable StaffId leader) {
    /** What people gather for. */
    public enum Kind {
        /** Training in the method. */
        TRAINING,
        /** Feedback on the staff members' work. */
        SUPERVISION;

        /** Returns the kind of its sessions: the name in lower case. */
        public String sessionKind() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws dk.grundskema.domain.finding.InvalidValueException if the end is not after the start, or a staff member is given twice */
    public Gathering {
        staff = List.copyOf(staff);
        new RecordValidator()
                .singleLine("title", title)
                .require(end.isAfter(start), "end", "gathering.turned-round", start, end)
                .distinct("staff", staff)
                .throwIfInvalid();
    }

    /** Returns the time. */
    public MeetingTime time() {
        return MeetingTime.on(date, start, end);
    }

    /** Returns the attendees, the leader first. */
    public List<StaffId> attendees(List<StaffId> everybody) {
        var people = new ArrayList<StaffId>();
        if (leader != null) {
            people.add(leader);
        }
        (staff.isEmpty() ? everybody : staff)
                .stream().filter(one -> !people.contains(one)).forEach(people::add);
        return List.copyOf(people);
    }

    /**
     * Adds a session of the gathering's kind with a required seat for each attendee, and the text {@code title.kind.<kind>} unless it has a title.
     *
     * @param everybody staff members of the intervention
     */
    public void addTo(DemandBuilder draft, PluginTexts texts, List<StaffId> everybody) {
        String usual = "title.kind." + kind.sessionKind();
        var session = draft.add(draft.session(kind.sessionKind(), texts.titleOrText(title, usual), date, start)
                .at(time()));
        attendees(everybody)
                .forEach(one ->
                        draft.addSeat(one.equals(leader) ? "leader" : "participant", true, List.of(one), session));
    }

    /** Adds the error {@code <plugin>.gathering-closed} with the date for each gathering on a closed or unplanned day. */
    public static void check(List<Gathering> some, Problem problem, FindingCollector findings, String place) {
        Horizon horizon = problem.horizon();
        FindingCollector.forEach(some, place, (one, at) -> {
            boolean isOpen = horizon.contains(one.date) && !horizon.isClosed(one.date);
            findings.errorUnless(isOpen, "gathering-closed", at + "/date", one.date);
        });
    }
}
