package dk.grundskema.plugins.camp;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.plugins.camp.CampContext.BlockSlot;
import dk.grundskema.plugins.camp.CampContext.CampDay;
import dk.grundskema.plugins.camp.CampDemandIndex.SubjectModule;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.PenaltyCollector;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.ScopeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Declares the limits of subjects that a planner sets: allowed blocks, no double modules, and how many teams need certain rooms at the same time. */
final class SubjectLimitRules {
    private static final Map<Level, RuleType> ALLOWED_BLOCKS =
            RuleType.ofEachLevel("camp.allowed-blocks", 20, RuleType.OURS);
    private static final Map<Level, RuleType> DOUBLE_MODULE =
            RuleType.ofEachLevel("camp.double-module", 20, RuleType.OURS);
    private static final Map<Level, RuleType> ROOMS_AT_ONCE =
            RuleType.ofEachLevel("camp.rooms-at-once", 20, RuleType.OURS);
    static final List<RuleType> TYPES = Stream.of(ALLOWED_BLOCKS, DOUBLE_MODULE, ROOMS_AT_ONCE)
            .flatMap(one -> one.values().stream())
            .toList();

    private final CampDemandIndex demandIndex;
    private final CampContext context;

    SubjectLimitRules(CampDemandIndex demandIndex) {
        this.demandIndex = demandIndex;
        this.context = demandIndex.context();
    }

    /** Returns a rule for each kind and level of limit that the camp has. */
    List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        for (Level level : Level.values()) {
            addAllowedBlocks(level, rules);
            addRoomLimits(level, rules);
        }
        DoubleModuleBan ban = context.parameters().noDoubleModules();
        if (ban != null) {
            rules.add(doubleModules(ban));
        }
        return rules;
    }

    /** A subject is taught in its allowed blocks. */
    private void addAllowedBlocks(Level level, List<Rule> rules) {
        List<Session> modules = demandIndex.teamModuleSessions().stream()
                .filter(session -> context.parameters().subjects().stream()
                        .anyMatch(subject -> isForbidden(subject, slotOf(session), level)))
                .toList();
        if (!modules.isEmpty()) {
            rules.add(LocalRule.perSession(type(ALLOWED_BLOCKS, level), modules, (scope, view, charge) -> {
                Session module = scope.sessions().getFirst();
                for (int guest = 0; guest < view.guestCount(0); guest++) {
                    SubjectModule teaching = demandIndex.moduleOf(view.guest(0, guest));
                    if (teaching != null && isForbidden(teaching.subject(), slotOf(module), level)) {
                        charge.add(1, module.id(), teaching.title());
                    }
                }
            }));
        }
    }

    private static boolean isForbidden(Subject subject, BlockSlot slot, Level level) {
        AllowedBlocks allowed = subject.allowedBlocks();
        return allowed != null
                && allowed.level() == level
                && !allowed.blocks().contains(slot.block().id());
    }

    /** A team has different subjects in two modules in a row. Only modules that follow each other on a date make a scope. */
    private Rule doubleModules(DoubleModuleBan ban) {
        var scopes = new ArrayList<Scope>();
        for (CampDay day : context.days()) {
            List<Block> modules = day.kind().modules();
            for (int i = 1; i < modules.size(); i++) {
                List<Session> earlier = sessionsOf(day, modules.get(i - 1));
                List<Session> later = sessionsOf(day, modules.get(i));
                for (int team = 0; team < Math.min(earlier.size(), later.size()); team++) {
                    scopes.add(new Scope(
                            later.get(team).id(), List.of(earlier.get(team), later.get(team)), List.of(), List.of()));
                }
            }
        }
        return LocalRule.local(type(DOUBLE_MODULE, ban.level()), scopes, (scope, view, charge) -> {
            for (int guest = 0; guest < view.guestCount(1); guest++) {
                SubjectModule teaching = demandIndex.moduleOf(view.guest(1, guest));
                if (teaching != null
                        && has(view, 0, teaching::equals)
                        && !ban.except().contains(teaching.subject().id())) {
                    charge.add(
                            1,
                            scope.key(),
                            teaching.title(),
                            scope.sessions().getFirst().id());
                }
            }
        });
    }

    /** At any time, at most as many teams have subjects that need certain rooms as the camp allows. */
    private void addRoomLimits(Level level, List<Rule> rules) {
        List<RoomLimit> limits = context.parameters().roomLimits().stream()
                .filter(limit -> limit.level() == level)
                .toList();
        var scopes = new ArrayList<Scope>();
        for (RoomLimit limit : limits) {
            var rooms = new LimitedRooms(limit, context.roomsAtOnce(limit));
            for (CampDay day : context.days()) {
                for (Block module : day.kind().teamModules()) {
                    scopes.add(new Scope(rooms, sessionsOf(day, module), List.of(), List.of()));
                }
            }
        }
        if (!scopes.isEmpty()) {
            rules.add(LocalRule.local(type(ROOMS_AT_ONCE, level), scopes, this::chargeRooms));
        }
    }

    /** A limit, and how many teams may have such rooms at a time. */
    private record LimitedRooms(RoomLimit limit, int most) {}

    private void chargeRooms(Scope scope, ScopeView view, PenaltyCollector charge) {
        var rooms = (LimitedRooms) scope.key();
        Predicate<SubjectModule> needsRoom = teaching -> rooms.limit().appliesTo(teaching.subject());
        int over = -rooms.most();
        for (int i = 0; i < scope.sessions().size(); i++) {
            over += has(view, i, needsRoom) ? 1 : 0;
        }
        if (over > 0 && charge.needsArguments()) {
            List<Session> needing = IntStream.range(0, scope.sessions().size())
                    .filter(i -> has(view, i, needsRoom))
                    .mapToObj(scope.sessions()::get)
                    .toList();
            BlockSlot slot = slotOf(needing.getFirst());
            var where = new ArrayList<Object>(
                    List.of(slot.day().date(), slot.block().start()));
            needing.forEach(session -> where.add(session.id()));
            charge.add(over, titlesOf(rooms.limit()), rooms.most(), where);
        } else if (over > 0) {
            charge.add(over);
        }
    }

    private String titlesOf(RoomLimit limit) {
        return context.parameters().subjects().stream()
                .filter(limit::appliesTo)
                .map(context.texts()::subjectTitle)
                .collect(Collectors.joining(", "));
    }

    /** Returns the sessions of a date's module, one for each team in order; empty for a module of the whole camp. */
    private List<Session> sessionsOf(CampDay day, Block module) {
        return module.isPerTeam()
                ? context.teams().stream()
                        .map(team -> demandIndex.session(context.slot(day, module, team)))
                        .toList()
                : List.of();
    }

    /** Returns whether something that passes a test is taught in a module of a scope, given by its index. */
    private boolean has(ScopeView view, int session, Predicate<SubjectModule> test) {
        for (int guest = 0; guest < view.guestCount(session); guest++) {
            SubjectModule teaching = demandIndex.moduleOf(view.guest(session, guest));
            if (teaching != null && test.test(teaching)) {
                return true;
            }
        }
        return false;
    }

    private BlockSlot slotOf(Session module) {
        return Objects.requireNonNull(demandIndex.slotOf(module.id()));
    }

    private static RuleType type(Map<Level, RuleType> types, Level level) {
        return Objects.requireNonNull(types.get(level));
    }
}
