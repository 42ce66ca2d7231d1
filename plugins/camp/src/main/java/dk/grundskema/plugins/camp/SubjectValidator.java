package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.RoomKind;
import dk.grundskema.domain.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks that the subjects fit the base timetable and the staff. */
final class SubjectValidator {
    private static final String PLACE = "/parameters/subjects";

    private final CampContext context;
    private final Problem problem;
    private final List<Subject> subjects;
    private final List<Finding> findings = new ArrayList<>();

    SubjectValidator(CampContext context, Problem problem) {
        this.context = context;
        this.problem = problem;
        this.subjects = context.parameters().subjects();
    }

    List<Finding> findings() {
        checkNames();
        checkModules();
        for (int i = 0; i < subjects.size(); i++) {
            checkSkill(subjects.get(i), i);
            checkRooms(subjects.get(i), i);
        }
        return findings;
    }

    private void checkNames() {
        var ids = new HashSet<String>();
        var titles = new HashSet<String>();
        for (int i = 0; i < subjects.size(); i++) {
            Subject subject = subjects.get(i);
            if (!ids.add(subject.id())) {
                findings.add(Finding.error("camp.subjects.twice", PLACE + "/" + i + "/id", subject.id()));
            } else if (!context.texts().hasTitle(subject)) {
                findings.add(Finding.error("camp.subjects.no-title", PLACE + "/" + i, subject.id()));
            } else if (!titles.add(context.texts().subjectTitle(subject))) {
                String title = context.texts().subjectTitle(subject);
                findings.add(Finding.error("camp.subjects.title-twice", PLACE + "/" + i + "/title", title));
            }
        }
    }

    /** Checks weeks without closed days; the pre-check handles the others. */
    private void checkModules() {
        int offered = context.modulesOfFullWeek();
        int days = context.teachingDaysOfFullWeek();
        int asked = subjects.stream().mapToInt(Subject::modulesPerWeek).sum();
        if (asked > offered) {
            findings.add(Finding.warning("camp.subjects.more-than-modules", PLACE, asked, offered, asked - offered));
        } else if (asked < offered && !subjects.isEmpty()) {
            findings.add(Finding.info("camp.subjects.fewer-than-modules", PLACE, asked, offered, offered - asked));
        }
        for (int i = 0; i < subjects.size(); i++) {
            Subject subject = subjects.get(i);
            if (subject.modulesPerWeek() > days * subject.maxPerDay()) {
                findings.add(Finding.warning(
                        "camp.subjects.more-than-per-day",
                        PLACE + "/" + i + "/maxPerDay",
                        context.texts().subjectTitle(subject),
                        subject.modulesPerWeek(),
                        days,
                        subject.maxPerDay()));
            }
        }
    }

    /** Warns if no module can be held in a room of the kinds that a subject names. */
    private void checkRooms(Subject subject, int place) {
        Set<RoomId> offered = new HashSet<>();
        for (DayKind kind : context.parameters().baseTimetable()) {
            kind.blocks().stream()
                    .filter(block -> block.kind() == Block.Kind.MODULE)
                    .forEach(block -> offered.addAll(context.rooms(block.roomKinds(), block.rooms())));
        }
        boolean isPossible = problem.rooms().stream()
                .anyMatch(room ->
                        offered.contains(room.id()) && subject.roomKinds().contains(room.kind()));
        if (!subject.roomKinds().isEmpty() && !isPossible) {
            findings.add(Finding.warning(
                    "camp.subjects.no-room",
                    PLACE + "/" + place + "/roomKinds",
                    context.texts().subjectTitle(subject),
                    subject.roomKinds().stream()
                            .map(RoomKind::toFindingArgument)
                            .toList()));
        }
    }

    private void checkSkill(Subject subject, int place) {
        String skill = subject.skill();
        if (skill != null
                && !context.staff().isEmpty()
                && context.staff().stream().noneMatch(one -> one.skills().contains(skill))) {
            findings.add(Finding.warning(
                    "camp.subjects.nobody-skilled",
                    PLACE + "/" + place + "/skill",
                    context.texts().subjectTitle(subject),
                    skill));
        }
    }
}
