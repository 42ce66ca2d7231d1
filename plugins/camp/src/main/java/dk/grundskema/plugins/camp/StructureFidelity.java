package dk.grundskema.plugins.camp;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Ask.Status;
import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.plugins.camp.FinishedCamp.DatedMeeting;
import dk.grundskema.plugins.camp.FinishedCamp.FinishedCampDay;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Assesses the structure of the camp: its length, the same base timetable on all days of a kind, activities from morning to
 * evening.
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
                CampOrigins.GUIDELINES,
                off > 0 ? Status.SHORT : Status.MET,
                "weeks",
                asked,
                weeks,
                off,
                List.of(SHORTEST, LONGEST),
                off > 0 ? List.of(new Shortfall(List.of(camp.camp().id()), off, why)) : List.of());
    }

    /** Compares the number of students with the usual number. */
    private Ask size() {
        return Ask.informational(
                "camp.ask.size",
                AskOrigin.productDefault(),
                "students",
                USUAL_STUDENTS,
                camp.students().size(),
                USUAL_STUDENTS);
    }

    /** All days of a kind have the same blocks. */
    private Ask baseTimetable() {
        var places = new ArrayList<Shortfall>();
        for (FinishedCampDay day : camp.days()) {
            deviation(day).ifPresent(why -> places.add(Shortfall.at(why, day.date())));
        }
        return Ask.counted(
                "camp.ask.base-timetable",
                CampOrigins.GUIDELINES,
                "days",
                camp.days().size(),
                places);
    }

    private Optional<Reason> deviation(FinishedCampDay day) {
        Set<DatedMeeting> used = new HashSet<>();
        for (Block block : day.kind().blocks()) {
            for (List<GroupId> whose : teamsTogether(block)) {
                var there = camp.heldOn(day.date()).stream()
                        .filter(held -> isMeetingOf(held, block)
                                && held.meeting().groupIds().containsAll(whose))
                        .toList();
                if (there.isEmpty()) {
                    return Optional.of(whyMissing(day, block));
                }
                used.addAll(there);
            }
        }
        return camp.heldOn(day.date()).stream()
                .filter(held -> !used.contains(held) && isBlockMeeting(held))
                .findFirst()
                .map(held -> Reason.of(
                        "camp.why.block-extra",
                        held.meeting().title(),
                        held.meeting().start()));
    }

    /** Returns the groups that attend a block together, one list for each time that it is held. */
    private List<List<GroupId>> teamsTogether(Block block) {
        if (!block.hasStudents()) {
            return List.of(List.of());
        }
        return block.isPerTeam() ? camp.teams().stream().map(List::of).toList() : List.of(camp.teams());
    }

    private static boolean isMeetingOf(DatedMeeting held, Block block) {
        var meeting = held.meeting();
        return held.isOfKind(block.kind().word())
                && meeting.start().equals(block.start())
                && meeting.end().equals(block.end());
    }

    /** Conversations and visits take place inside blocks and are not blocks themselves. */
    private static boolean isBlockMeeting(DatedMeeting held) {
        for (Block.Kind kind : Block.Kind.values()) {
            if (held.isOfKind(kind.word())) {
                return true;
            }
        }
        return false;
    }

    private Reason whyMissing(FinishedCampDay day, Block block) {
        String title = camp.texts().blockTitle(block, day.kind());
        boolean isLocked = camp.problem().locks().stream()
                .filter(lock -> lock.time() != null)
                .map(lock -> lock.sessionId().value())
                .anyMatch(id -> id.startsWith(camp.camp().id().value() + "/")
                        && id.endsWith("/" + day.date() + "/" + block.id()));
        return Reason.of(isLocked ? "camp.why.block-locked-elsewhere" : "camp.why.block-missing", title, block.start());
    }

    /** Days begin in the morning and last into the evening, except arrival and departure days. */
    private Ask morningToEvening() {
        var places = new ArrayList<Shortfall>();
        for (FinishedCampDay day : camp.days()) {
            lateOrEarly(day).ifPresent(why -> places.add(Shortfall.at(why, day.date())));
        }
        return Ask.counted(
                "camp.ask.morning-to-evening",
                CampOrigins.GUIDELINES_PARTLY_OURS,
                "days",
                camp.days().size(),
                places,
                MORNING,
                EVENING);
    }

    private Optional<Reason> lateOrEarly(FinishedCampDay day) {
        var withStudents = camp.heldOn(day.date()).stream()
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
                .map(StructureFidelity::endOf)
                .max(LocalDateTime::compareTo)
                .orElseThrow();
        boolean isEarly = end.isBefore(day.date().atTime(EVENING));
        return isEarly && !isLastBeforeBreak(day)
                ? Optional.of(Reason.of("camp.why.ends-early", end.toLocalTime()))
                : Optional.empty();
    }

    private static LocalDateTime endOf(DatedMeeting held) {
        var time = held.meeting().time();
        return (time.endsNextDay() ? held.date().plusDays(1) : held.date())
                .atTime(held.meeting().end());
    }

    /** Returns whether the next day is not a day of the camp. */
    private boolean isLastBeforeBreak(FinishedCampDay day) {
        LocalDate next = day.date().plusDays(1);
        return camp.days().stream().noneMatch(other -> other.date().equals(next));
    }
}
