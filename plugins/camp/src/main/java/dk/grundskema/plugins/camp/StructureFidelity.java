package dk.grundskema.plugins.camp;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Ask.Status;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.fidelity.Place;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.plugins.camp.FinishedCamp.Day;
import dk.grundskema.plugins.camp.FinishedCamp.Held;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the camp has its frame: its length, the same base timetable on all days of a kind, from morning to evening.
 *
 * @param camp the camp
 */
record StructureFidelity(FinishedCamp camp) {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 4;
    private static final int USUAL_STUDENTS = 20;
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    List<Ask> asks() {
        return List.of(length(), size(), baseTimetable(), morningToEvening());
    }

    /** Three or four weeks. */
    private Ask length() {
        int weeks = camp.weeks().size();
        int asked = weeks > LONGEST ? LONGEST : SHORTEST;
        int off = weeks > LONGEST ? weeks - LONGEST : Math.max(0, SHORTEST - weeks);
        var why = Reason.of(weeks > LONGEST ? "camp.why.longer" : "camp.why.shorter", weeks);
        return new Ask(
                "camp.ask.length",
                CampSources.GUIDELINES,
                off > 0 ? Status.SHORT : Status.MET,
                "weeks",
                asked,
                weeks,
                off,
                List.of(SHORTEST, LONGEST),
                off > 0 ? List.of(new Place(List.of(camp.camp().id()), off, why)) : List.of());
    }

    /** How many students there are, beside what is usual. */
    private Ask size() {
        return Ask.noted(
                "camp.ask.size",
                Origin.ours(),
                "students",
                USUAL_STUDENTS,
                camp.students().size(),
                USUAL_STUDENTS);
    }

    /** All days of a kind have the same blocks. */
    private Ask baseTimetable() {
        var places = new ArrayList<Place>();
        for (Day day : camp.days()) {
            deviation(day).ifPresent(why -> places.add(Place.at(why, day.date())));
        }
        return Ask.counted(
                "camp.ask.base-timetable",
                CampSources.GUIDELINES,
                "days",
                camp.days().size(),
                places);
    }

    private Optional<Reason> deviation(Day day) {
        Set<Held> used = new HashSet<>();
        for (Block block : day.kind().blocks()) {
            for (List<GroupId> whose : whose(block)) {
                var there = camp.on(day.date()).stream()
                        .filter(held ->
                                isThe(held, block) && held.meeting().groupIds().containsAll(whose))
                        .toList();
                if (there.isEmpty()) {
                    return Optional.of(whyMissing(day, block));
                }
                used.addAll(there);
            }
        }
        return camp.on(day.date()).stream()
                .filter(held -> !used.contains(held) && isOfABlock(held))
                .findFirst()
                .map(held -> Reason.of(
                        "camp.why.block-extra",
                        held.meeting().title(),
                        held.meeting().start()));
    }

    /** The teams that a block has together, for each time that it is held. */
    private List<List<GroupId>> whose(Block block) {
        if (!block.hasStudents()) {
            return List.of(List.of());
        }
        return block.isPerTeam() ? camp.teams().stream().map(List::of).toList() : List.of(camp.teams());
    }

    private static boolean isThe(Held held, Block block) {
        var meeting = held.meeting();
        return held.is(block.kind().word())
                && meeting.start().equals(block.start())
                && meeting.end().equals(block.end());
    }

    /** Conversations and visits are in blocks and none themselves. */
    private static boolean isOfABlock(Held held) {
        for (Block.Kind kind : Block.Kind.values()) {
            if (held.is(kind.word())) {
                return true;
            }
        }
        return false;
    }

    private Reason whyMissing(Day day, Block block) {
        String title = camp.texts().block(block, day.kind());
        boolean isLocked = camp.problem().locks().stream()
                .filter(lock -> lock.time() != null)
                .map(lock -> lock.sessionId().value())
                .anyMatch(id -> id.startsWith(camp.camp().id().value() + "/")
                        && id.endsWith("/" + day.date() + "/" + block.id()));
        return Reason.of(isLocked ? "camp.why.block-locked-elsewhere" : "camp.why.block-missing", title, block.start());
    }

    /** Days begin in the morning and last into the evening, but for those on which everybody comes or goes home. */
    private Ask morningToEvening() {
        var places = new ArrayList<Place>();
        for (Day day : camp.days()) {
            lateOrEarly(day).ifPresent(why -> places.add(Place.at(why, day.date())));
        }
        return Ask.counted(
                "camp.ask.morning-to-evening",
                CampSources.GUIDELINES_PARTLY_OURS,
                "days",
                camp.days().size(),
                places,
                MORNING,
                EVENING);
    }

    private Optional<Reason> lateOrEarly(Day day) {
        var withStudents = camp.on(day.date()).stream()
                .filter(held -> !held.meeting().groupIds().isEmpty())
                .toList();
        if (withStudents.isEmpty()) {
            return Optional.of(Reason.of("camp.why.nothing-held"));
        }
        LocalTime start = withStudents.getFirst().meeting().start();
        if (start.isAfter(MORNING) && !day.hasBlock(block -> block.kind() == Block.Kind.ARRIVAL)) {
            return Optional.of(Reason.of("camp.why.begins-late", start));
        }
        LocalDateTime end = withStudents.stream()
                .map(StructureFidelity::end)
                .max(LocalDateTime::compareTo)
                .orElseThrow();
        boolean isEarly = end.isBefore(day.date().atTime(EVENING));
        return isEarly && !goesHome(day)
                ? Optional.of(Reason.of("camp.why.ends-early", end.toLocalTime()))
                : Optional.empty();
    }

    private static LocalDateTime end(Held held) {
        var time = held.meeting().time();
        return (time.endsNextDay() ? held.date().plusDays(1) : held.date())
                .atTime(held.meeting().end());
    }

    /** Whether the next day is none of the camp. */
    private boolean goesHome(Day day) {
        LocalDate next = day.date().plusDays(1);
        return camp.days().stream().noneMatch(other -> other.date().equals(next));
    }
}
