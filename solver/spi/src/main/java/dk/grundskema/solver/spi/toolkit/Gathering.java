package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.time.MeetingTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A date of those who carry an intervention, among themselves. For the parameters of any plugin.
 *
 * @param kind   what it is
 * @param title  what people call it; {@code null} means the usual name
 * @param date   when
 * @param start  time of day at which it starts
 * @param end    time of day at which it ends, after {@code start}
 * @param staff  who takes part; empty means everybody whom the intervention names
 * @param leader who leads it, such as a psychologist; {@code null} means nobody besides
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
        /** Feedback on what they do. */
        SUPERVISION;

        /** The kind of its sessions: its name in small letters. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws dk.grundskema.domain.finding.InvalidValueException if it doesn't end after it starts, or somebody is named twice */
    public Gathering {
        staff = List.copyOf(staff);
        new Checks()
                .line("title", title)
                .that(end.isAfter(start), "end", "gathering.turned-round", start, end)
                .distinct("staff", staff)
                .done();
    }

    /** When it is. */
    public MeetingTime time() {
        return MeetingTime.on(date, start, end);
    }

    /** Who is to be there: the leader first. */
    public List<StaffId> people(List<StaffId> everybody) {
        var people = new ArrayList<StaffId>();
        if (leader != null) {
            people.add(leader);
        }
        (staff.isEmpty() ? everybody : staff)
                .stream().filter(one -> !people.contains(one)).forEach(people::add);
        return List.copyOf(people);
    }

    /**
     * Adds a session with a required seat for each of them, of its kind and with the text {@code title.kind.<kind>} unless it has a title.
     *
     * @param everybody whom the intervention names
     */
    public void addTo(DemandDraft draft, PluginTexts texts, List<StaffId> everybody) {
        String usual = "title.kind." + kind.word();
        var session = draft.add(draft.session(kind.word(), texts.orText(title, usual), date, start)
                .at(time()));
        people(everybody)
                .forEach(one -> draft.seat(one.equals(leader) ? "leader" : "participant", true, List.of(one), session));
    }

    /** Adds the error {@code <plugin>.gathering-closed} for each on a day that is closed or not planned, with its date. */
    public static void check(List<Gathering> some, Problem problem, FindingList findings, String place) {
        Horizon horizon = problem.horizon();
        FindingList.each(some, place, (one, at) -> {
            boolean isOpen = horizon.contains(one.date) && !horizon.isClosed(one.date);
            findings.unless(isOpen, "gathering-closed", at + "/date", one.date);
        });
    }
}
