package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Re-derives the limits of subjects from the modules that were held: allowed blocks, double modules, and teams that need certain rooms at the same
 * time. Shares no code with the rules. Wishes are not checked.
 */
final class SubjectLimitCheck {
    /**
     * A module of one team as it was held.
     *
     * @param nth how many modules the date has before it, also those of the whole camp
     */
    record HeldModule(LocalDate date, int nth, Block block, GroupId team, Meeting meeting) {}

    private final CampParameters parameters;
    private final Problem problem;
    private final CampTexts texts;
    private final List<HeldModule> modules;
    private final List<RuleViolation> faults = new ArrayList<>();

    private SubjectLimitCheck(CampParameters parameters, Problem problem, List<HeldModule> modules) {
        this.parameters = parameters;
        this.problem = problem;
        this.texts = new CampTexts(problem.language());
        this.modules = modules;
    }

    /** Returns the violations of all hard and medium limits in the modules of a camp. */
    static List<RuleViolation> of(CampParameters parameters, Problem problem, List<HeldModule> modules) {
        var check = new SubjectLimitCheck(parameters, problem, modules);
        check.allowedBlocks();
        check.doubleModules();
        parameters.roomLimits().forEach(check::roomLimit);
        return check.faults;
    }

    private void allowedBlocks() {
        for (HeldModule held : modules) {
            subjectOf(held).ifPresent(subject -> {
                AllowedBlocks only = subject.allowedBlocks();
                if (only != null
                        && only.blocks().stream().noneMatch(held.block().id()::equals)) {
                    addFault(
                            "camp.allowed-blocks",
                            only.level(),
                            1,
                            held.meeting().sessionId(),
                            texts.subjectTitle(subject));
                }
            });
        }
    }

    private void doubleModules() {
        DoubleModuleBan ban = parameters.noDoubleModules();
        if (ban == null) {
            return;
        }
        Map<List<Object>, HeldModule> byPlace = new HashMap<>();
        modules.forEach(held -> byPlace.put(List.of(held.team(), held.date(), held.nth()), held));
        for (HeldModule held : modules) {
            HeldModule before = byPlace.get(List.of(held.team(), held.date(), held.nth() - 1));
            if (before != null
                    && before.meeting().subject().equals(held.meeting().subject())) {
                subjectOf(held)
                        .filter(subject -> !ban.except().contains(subject.id()))
                        .ifPresent(subject -> addFault(
                                "camp.double-module",
                                ban.level(),
                                1,
                                held.meeting().sessionId(),
                                texts.subjectTitle(subject),
                                before.meeting().sessionId()));
            }
        }
    }

    private void roomLimit(RoomLimit limit) {
        var titles = new ArrayList<String>();
        var ids = new ArrayList<String>();
        for (Subject subject : parameters.subjects()) {
            List<String> kinds = subject.roomKinds();
            if (!kinds.isEmpty() && kinds.stream().allMatch(limit.roomKinds()::contains)) {
                ids.add(subject.id());
                titles.add(texts.subjectTitle(subject));
            }
        }
        Integer given = limit.most();
        long most = given != null ? given : rooms(limit);
        Map<List<Object>, List<HeldModule>> atOnce = new LinkedHashMap<>();
        for (HeldModule held : modules) {
            if (ids.contains(held.meeting().subject())) {
                atOnce.computeIfAbsent(List.of(held.date(), held.block().id()), any -> new ArrayList<>())
                        .add(held);
            }
        }
        for (List<HeldModule> some : atOnce.values()) {
            if (some.size() > most) {
                var arguments = new ArrayList<Object>(List.of(
                        String.join(", ", titles),
                        (int) most,
                        some.getFirst().date(),
                        some.getFirst().block().start()));
                some.forEach(held -> arguments.add(held.meeting().sessionId()));
                addFault("camp.rooms-at-once", limit.level(), some.size() - most, arguments.toArray());
            }
        }
    }

    /** Returns the number of rooms of the kinds where the camp is. */
    private long rooms(RoomLimit limit) {
        SiteId site = parameters.site() == null ? problem.sites().getFirst().id() : parameters.site();
        return problem.rooms().stream()
                .filter(room -> limit.roomKinds().contains(room.kind()) && isAt(room, site))
                .count();
    }

    private boolean isAt(Room room, SiteId site) {
        SiteId own = room.site();
        return site.equals(own == null ? problem.sites().getFirst().id() : own);
    }

    private Optional<Subject> subjectOf(HeldModule held) {
        return parameters.subjects().stream()
                .filter(subject -> subject.id().equals(held.meeting().subject()))
                .findFirst();
    }

    private void addFault(String rule, Level level, long amount, Object... arguments) {
        if (level != Level.SOFT) {
            String id = level == Level.HARD ? rule : rule + "-guideline";
            faults.add(new RuleViolation(id, level, amount, List.of(arguments)));
        }
    }
}
