package dk.grundskema.plugins.camp;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.camp.CampContext.BlockSlot;
import dk.grundskema.plugins.camp.CampContext.CampDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts the modules of a week that the limits of subjects leave, and reports subjects that need more. The counts are never below what a plan can
 * reach that keeps the limit and the most modules of a subject on a day; limits that are less binding do not lower them. A shortage that is there without the limits is a finding of the validation.
 */
final class SubjectLimitPrecheck {
    private static final String SUBJECTS = "/parameters/subjects/";

    private final CampContext context;
    private final List<Subject> subjects;

    SubjectLimitPrecheck(CampContext context) {
        this.context = context;
        this.subjects = context.parameters().subjects();
    }

    /** Returns the findings about a week with the given days. */
    List<Finding> findings(IsoWeek week, List<CampDay> days) {
        var findings = new ArrayList<Finding>();
        var reported = new HashSet<Subject>();
        for (int i = 0; i < subjects.size(); i++) {
            addSubject(week, days, i, findings, reported);
        }
        addSharedBlocks(week, days, findings, reported);
        for (int i = 0; i < context.parameters().roomLimits().size(); i++) {
            addRooms(week, days, i, findings);
        }
        return findings;
    }

    /** Returns a finding for each module whose locked subject must not be in its block. */
    List<Finding> lockFindings(List<SessionLock> locks) {
        var findings = new ArrayList<Finding>();
        Map<SessionId, BlockSlot> modules = context.days().stream()
                .flatMap(day -> context.slots(day).stream())
                .collect(Collectors.toMap(BlockSlot::id, slot -> slot));
        for (SessionLock lock : locks) {
            BlockSlot module = modules.get(lock.sessionId());
            for (int i = 0; module != null && i < subjects.size(); i++) {
                Subject subject = subjects.get(i);
                AllowedBlocks blocks = subject.allowedBlocks();
                boolean isForbidden = blocks != null
                        && blocks.level() == Level.HARD
                        && !blocks.blocks().contains(module.block().id());
                if (subject.id().equals(lock.subject()) && isForbidden) {
                    findings.add(Finding.warning(
                            "camp.precheck.lock-outside-blocks",
                            SUBJECTS + i + "/allowedBlocks",
                            module.id(),
                            module.day().date(),
                            module.block().start(),
                            context.texts().subjectTitle(subject)));
                }
            }
        }
        return findings;
    }

    /** Checks one subject against its allowed blocks, and then against the ban of double modules too. */
    private void addSubject(
            IsoWeek week, List<CampDay> days, int index, List<Finding> findings, Set<Subject> reported) {
        Subject subject = subjects.get(index);
        int asked = subject.modulesPerWeek();
        AllowedBlocks blocks = subject.allowedBlocks();
        DoubleModuleBan ban = ban(subject);
        int free = modules(days, subject, null, null);
        int allowed = modules(days, subject, blocks, null);
        AllowedBlocks asBinding = blocks != null && ban != null && isAsBinding(blocks, ban.level()) ? blocks : null;
        int besides = modules(days, subject, asBinding, null);
        int single = modules(days, subject, asBinding, ban);
        String title = context.texts().subjectTitle(subject);
        if (blocks != null && allowed < asked && allowed < free) {
            findings.add(finding(
                    blocks.level(),
                    "camp.precheck.allowed-blocks-short",
                    SUBJECTS + index + "/allowedBlocks",
                    week,
                    title,
                    asked,
                    allowed,
                    asked - allowed,
                    subject.maxPerDay()));
            reported.add(subject);
        } else if (ban != null && single < asked && single < besides) {
            findings.add(finding(
                    ban.level(),
                    "camp.precheck.double-modules-short",
                    "/parameters/noDoubleModules",
                    week,
                    title,
                    asked,
                    single,
                    asked - single,
                    subject.maxPerDay()));
            reported.add(subject);
        }
    }

    /** Returns the ban of double modules if it applies to a subject. */
    private @Nullable DoubleModuleBan ban(Subject subject) {
        DoubleModuleBan ban = context.parameters().noDoubleModules();
        return ban == null || ban.except().contains(subject.id()) ? null : ban;
    }

    private static boolean isAsBinding(AllowedBlocks blocks, Level level) {
        return blocks.level().compareTo(level) <= 0;
    }

    /** Returns the most modules of a subject that a team can have on these days under two limits; {@code null} is no limit. */
    private static int modules(
            List<CampDay> days, Subject subject, @Nullable AllowedBlocks allowed, @Nullable DoubleModuleBan ban) {
        int most = 0;
        for (CampDay day : days) {
            int ofDay = 0;
            boolean isTakenBefore = false;
            for (Block module : day.kind().modules()) {
                boolean isPossible = module.isPerTeam()
                        && (allowed == null || allowed.blocks().contains(module.id()));
                isTakenBefore = isPossible && !(ban != null && isTakenBefore);
                ofDay += isTakenBefore ? 1 : 0;
            }
            most += Math.min(ofDay, subject.maxPerDay());
        }
        return most;
    }

    /** Checks subjects together that share their allowed blocks. */
    private void addSharedBlocks(IsoWeek week, List<CampDay> days, List<Finding> findings, Set<Subject> reported) {
        Set<Set<String>> blocks = new LinkedHashSet<>();
        for (Subject subject : subjects) {
            AllowedBlocks allowed = subject.allowedBlocks();
            if (allowed != null) {
                blocks.add(Set.copyOf(allowed.blocks()));
            }
        }
        for (Set<String> some : blocks) {
            int[] within = IntStream.range(0, subjects.size())
                    .filter(i -> isWithin(subjects.get(i).allowedBlocks(), some))
                    .toArray();
            int asked = IntStream.of(within)
                    .mapToObj(subjects::get)
                    .mapToInt(Subject::modulesPerWeek)
                    .sum();
            int held = (int) days.stream()
                    .flatMap(day -> day.kind().teamModules().stream())
                    .filter(module -> some.contains(module.id()))
                    .count();
            boolean isReported = IntStream.of(within).mapToObj(subjects::get).anyMatch(reported::contains);
            if (within.length > 1 && asked > held && !isReported) {
                List<String> titles = IntStream.of(within)
                        .mapToObj(i -> context.texts().subjectTitle(subjects.get(i)))
                        .toList();
                Level weakest = IntStream.of(within)
                        .mapToObj(i -> Objects.requireNonNull(subjects.get(i).allowedBlocks())
                                .level())
                        .max(Level::compareTo)
                        .orElseThrow();
                findings.add(finding(
                        weakest,
                        "camp.precheck.shared-blocks-short",
                        SUBJECTS + within[0] + "/allowedBlocks",
                        week,
                        titles,
                        asked,
                        held,
                        asked - held));
            }
        }
    }

    private static boolean isWithin(@Nullable AllowedBlocks allowed, Set<String> some) {
        return allowed != null && some.containsAll(allowed.blocks());
    }

    /** Checks the subjects of a limit of rooms against the teams that can have them in each module of the week. */
    private void addRooms(IsoWeek week, List<CampDay> days, int index, List<Finding> findings) {
        RoomLimit limit = context.parameters().roomLimits().get(index);
        List<Subject> needing = subjects.stream().filter(limit::appliesTo).toList();
        int teams = context.teams().size();
        int asked = teams * needing.stream().mapToInt(Subject::modulesPerWeek).sum();
        int modules = (int) days.stream()
                .flatMap(day -> day.kind().teamModules().stream())
                .filter(module -> needing.stream().anyMatch(subject -> isAllowed(subject, module, limit.level())))
                .count();
        int most = context.roomsAtOnce(limit);
        int can = modules * Math.min(most, teams);
        if (asked > can && most < teams) {
            findings.add(finding(
                    limit.level(),
                    "camp.precheck.rooms-at-once-short",
                    "/parameters/roomLimits/" + index,
                    week,
                    needing.stream().map(context.texts()::subjectTitle).toList(),
                    asked,
                    most,
                    modules,
                    can,
                    asked - can));
        }
    }

    /** Whether a subject may be in a module, by limits that are as binding as the level. */
    private static boolean isAllowed(Subject subject, Block module, Level level) {
        AllowedBlocks allowed = subject.allowedBlocks();
        return allowed == null
                || !isAsBinding(allowed, level)
                || allowed.blocks().contains(module.id());
    }

    private static Finding finding(Level level, String code, String place, Object... arguments) {
        return level == Level.SOFT ? Finding.info(code, place, arguments) : Finding.warning(code, place, arguments);
    }
}
