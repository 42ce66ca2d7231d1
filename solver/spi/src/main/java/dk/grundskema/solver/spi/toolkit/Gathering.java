package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.finding.Checks;
import dk.grundskema.domain.people.StaffId;
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

    /**
     * Asks for hours of gatherings of a kind, with its word as the ask's name; none in the parameters are none that the plan sees to.
     *
     * @param kind      which of them
     * @param planned   all of the parameters, of both kinds
     * @param who       of whom they are asked
     * @param hours     how many of each of them, 0 or more
     * @param arguments what the sentence mentions
     */
    public static void ask(
            Kind kind,
            List<Gathering> planned,
            List<StaffId> who,
            int hours,
            Asks asks,
            Origin origin,
            Finished finished,
            Object... arguments) {
        if (planned.stream().noneMatch(one -> one.kind() == kind)) {
            asks.notPlanned(kind.word(), origin, "hours", 0, arguments);
            return;
        }
        asks.each(kind.word(), origin, "hours", who, one -> one, hours, one -> hours(kind, one, finished), arguments);
    }

    private static long hours(Kind kind, StaffId who, Finished finished) {
        return finished.meetings(kind.word()).stream()
                        .filter(one -> Finished.staff(one).contains(who))
                        .mapToLong(Finished::minutes)
                        .sum()
                / 60;
    }
}
