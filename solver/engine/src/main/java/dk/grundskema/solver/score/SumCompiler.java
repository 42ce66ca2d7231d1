package dk.grundskema.solver.score;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.InterchangeableGuests;
import dk.grundskema.solver.score.CompiledRules.LessonRelief;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.SumRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compiles sums: maps their keys to rows, and what each decision and value adds to entry blocks. Equal blocks are
 * shared.
 */
final class SumCompiler {
    private static final int[] NO_NUMBERS = {};

    /** A block, compared by its content. */
    private record BlockContent(int[] pairs) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof BlockContent same && Arrays.equals(pairs, same.pairs);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(pairs);
        }
    }

    private final Blueprint blueprint;
    private final @Nullable LessonRelief[] relieving;
    private final Decisions decisions;
    private final List<Rule> rules;
    private final List<Map<Object, Integer>> rows;
    private final List<Object> keys = new ArrayList<>();
    private final List<Integer> rowRules = new ArrayList<>();
    private final List<Long> starts = new ArrayList<>();
    private final Map<BlockContent, int[]> blocks = new HashMap<>();
    private final SumsByIntervention seatSums;
    private final int[] freedSums;
    private final SumsByIntervention teachingSums;
    private final SumsByIntervention placementSums;
    private final SumsByIntervention roomSums;
    private final int[] memberSums;
    private final int[] companionSums;
    private int[] block = new int[64];
    private int length;

    SumCompiler(Blueprint blueprint, List<Rule> rules, @Nullable LessonRelief[] relieving) {
        this.blueprint = blueprint;
        this.relieving = relieving;
        this.decisions = blueprint.decisions();
        this.rules = rules;
        this.rows =
                rules.stream().<Map<Object, Integer>>map(any -> new HashMap<>()).toList();
        this.seatSums = new SumsByIntervention(sumsWith(SumRule::seatTerms));
        this.freedSums = sumsWith(SumRule::reliefTerms);
        this.teachingSums = new SumsByIntervention(sumsWith(SumRule::teachingTerms));
        this.placementSums = new SumsByIntervention(sumsWith(SumRule::placementTerms));
        this.roomSums = new SumsByIntervention(sumsWith(SumRule::roomTerms));
        this.memberSums = sumsWith(SumRule::membershipTerms);
        this.companionSums = sumsWith(SumRule::companionTerms);
    }

    CompiledRules.Sums compile() {
        forEachSum((number, rule) -> rule.forEachInitialTotal((key, amount) -> {
            int row = row(number, key);
            starts.set(row, starts.get(row) + amount);
        }));
        int namedRows = keys.size();
        int[][][] entries = new int[decisions.count()][][];
        for (int d = 0; d < entries.length; d++) {
            entries[d] = entriesOf(d);
        }
        int[] kinds = guestKinds();
        int[][][][][] seatAt = new int[blueprint.seats().size()][][][][];
        int[][][][][] teaching = new int[blueprint.seats().size()][][][][];
        var companions = new SeatGroupLinkCompiler(blueprint, this::companionBlock).compile();
        for (int k = 0; k < seatAt.length; k++) {
            seatAt[k] = seatBlocks(k);
            teaching[k] = teachingBlocks(k, kinds);
        }
        int[][] freed = freedBlocks();
        int[] ofRule = rowRules.stream().mapToInt(Integer::intValue).toArray();
        long[] allStarts = starts.stream().mapToLong(Long::longValue).toArray();
        var links = new EqualRowMerger(ofRule, allStarts, namedRows, blocks.values());
        links.replaceBlocks(entries);
        links.replaceBlocks(seatAt);
        links.replaceBlocks(teaching);
        links.replaceBlocks(companions.blocks());
        links.replaceBlocks(freed);
        List<List<Integer>> linked = links.linkedRows();
        int[] first = linked.stream().mapToInt(List::getFirst).toArray();
        boolean[] named = new boolean[first.length];
        for (int row = 0; row < named.length; row++) {
            named[row] = first[row] < namedRows;
        }
        return new CompiledRules.Sums(
                linked.stream()
                        .map(some -> some.stream().map(keys::get).toArray())
                        .toArray(Object[][]::new),
                Arrays.stream(first).map(row -> ofRule[row]).toArray(),
                Arrays.stream(first)
                        .mapToObj(row -> ((SumRule) rules.get(ofRule[row])).cost())
                        .toArray(SumRule.Cost[]::new),
                Arrays.stream(first).mapToLong(row -> allStarts[row]).toArray(),
                named,
                entries,
                seatAt,
                teaching,
                kinds,
                companions,
                freed);
    }

    private interface SumConsumer {
        void accept(int number, SumRule rule);
    }

    private void forEachSum(SumConsumer each) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i) instanceof SumRule sum) {
                each.accept(i, sum);
            }
        }
    }

    /**
     * Returns the numbers of the sums that have terms of a kind; few of the rules of dozens of interventions have any.
     */
    private int[] sumsWith(Function<SumRule, List<?>> terms) {
        return IntStream.range(0, rules.size())
                .filter(i ->
                        rules.get(i) instanceof SumRule sum && !terms.apply(sum).isEmpty())
                .toArray();
    }

    /** Numbers of sums by the intervention whose sessions they see; most see only their own, and a municipality has dozens. */
    private final class SumsByIntervention {
        private final int[] all;
        private final Map<InterventionId, int[]> of = new HashMap<>();

        SumsByIntervention(int[] all) {
            this.all = all;
        }

        /** Returns the numbers of the sums that see a session, in their order. */
        int[] of(Session session) {
            return of.computeIfAbsent(
                    session.intervention(),
                    id -> Arrays.stream(all)
                            .filter(number -> ((SumRule) rules.get(number)).sees(id))
                            .toArray());
        }
    }

    private void forEachOf(int[] numbers, SumConsumer each) {
        for (int number : numbers) {
            each.accept(number, (SumRule) rules.get(number));
        }
    }

    private int row(int rule, Object key) {
        Map<Object, Integer> ofRule = rows.get(rule);
        Integer known = ofRule.get(key);
        if (known != null) {
            return known;
        }
        keys.add(key);
        rowRules.add(rule);
        starts.add(0L);
        ofRule.put(key, keys.size() - 1);
        return keys.size() - 1;
    }

    private void addEntry(int rule, Object key, long amount) {
        int row = row(rule, key);
        if (amount != 0) {
            if (length == block.length) {
                block = Arrays.copyOf(block, 2 * length);
            }
            block[length++] = row;
            block[length++] = Math.toIntExact(amount);
        }
    }

    private int[] finishedBlock() {
        if (length == 0) {
            return NO_NUMBERS;
        }
        int[] content = Arrays.copyOf(block, length);
        length = 0;
        return blocks.computeIfAbsent(new BlockContent(content), BlockContent::pairs);
    }

    private int[][] entriesOf(int decision) {
        int[] range = decisions.range(decision);
        int largest = range.length == 0 ? -1 : range[range.length - 1];
        int[][] perValue = new int[largest + 1][];
        Arrays.fill(perValue, NO_NUMBERS);
        for (int value : range) {
            int owner = decisions.owner(decision);
            switch (decisions.kind(decision)) {
                case SLOT -> addSlotEntries(owner, value);
                case ROOM -> addRoomEntries(owner, value);
                case SEAT -> addSeatEntries(owner, value);
                case MEMBER -> addMemberEntries(owner, value);
            }
            perValue[value] = finishedBlock();
        }
        return perValue;
    }

    private void addSlotEntries(int session, int slot) {
        Session one = blueprint.sessions().get(session);
        MeetingTime time = blueprint.times().get(session).get(slot);
        Session host = blueprint.isGuest(session) ? blueprint.sessions().get(blueprint.host(session, slot)) : null;
        forEachOf(
                placementSums.of(one),
                (number, rule) -> rule.placementTerms()
                        .forEach(term -> term.add(one, time, host, (key, amount) -> addEntry(number, key, amount))));
    }

    private void addRoomEntries(int session, int room) {
        Session one = blueprint.sessions().get(session);
        Room where = blueprint.rooms().get(room);
        forEachOf(
                roomSums.of(one),
                (number, rule) -> rule.roomTerms()
                        .forEach(term -> term.add(one, where, (key, amount) -> addEntry(number, key, amount))));
    }

    private void addSeatEntries(int seat, int person) {
        for (int session : blueprint.sessionsOf()[seat]) {
            int settled = decisions.startValues()[decisions.slot(session)];
            if (isAlwaysHeld(session) && settled != Decisions.NONE) {
                addSeatTerms(seat, session, settled, person);
            }
        }
        SeatGroupLinkCompiler.singleStudents(blueprint, seat)
                .forEach(student -> SeatGroupLinkCompiler.givenGroups(blueprint, student)
                        .forEach(group -> addCompanionTerms(seat, student, group, person)));
    }

    private void addCompanionTerms(int seat, Student student, GroupId group, int person) {
        forEachOf(
                companionSums,
                (number, rule) -> rule.companionTerms()
                        .forEach(term -> term.add(
                                blueprint.seats().get(seat),
                                student,
                                group,
                                blueprint.staff().get(person),
                                (key, amount) -> addEntry(number, key, amount))));
    }

    private int[] companionBlock(int seat, Student student, GroupId group, int person) {
        addCompanionTerms(seat, student, group, person);
        return finishedBlock();
    }

    private void addSeatTerms(int seat, int session, int slot, int person) {
        Seat one = blueprint.seats().get(seat);
        Session where = blueprint.sessions().get(session);
        MeetingTime time = blueprint.times().get(session).get(slot);
        StaffMember holder = blueprint.staff().get(person);
        forEachOf(
                seatSums.of(where),
                (number, rule) -> rule.seatTerms()
                        .forEach(term ->
                                term.add(one, where, time, holder, (key, amount) -> addEntry(number, key, amount))));
    }

    private int[][] freedBlocks() {
        var ofNumber = new TreeMap<Integer, int[]>();
        for (LessonRelief one : relieving) {
            for (int choice = 0; one != null && choice < one.spots().length; choice++) {
                for (int i = 0; i < one.spots()[choice].length; i++) {
                    int spot = one.spots()[choice][i];
                    ofNumber.computeIfAbsent(one.numbers()[choice][i], fresh -> freedBlock(one.person(), spot));
                }
            }
        }
        return ofNumber.values().toArray(int[][]::new);
    }

    private int[] freedBlock(int person, int spot) {
        StaffMember teacher = blueprint.staff().get(person);
        Lesson lesson = blueprint.problem().lessons().get(blueprint.spots().lesson()[spot]);
        LocalDate date = blueprint.spots().date()[spot];
        forEachOf(
                freedSums,
                (number, rule) -> rule.reliefTerms()
                        .forEach(term ->
                                term.add(teacher, lesson, date, (key, amount) -> addEntry(number, key, amount))));
        return finishedBlock();
    }

    private void addMemberEntries(int membership, int group) {
        forEachOf(
                memberSums,
                (number, rule) -> rule.membershipTerms()
                        .forEach(term -> term.add(
                                blueprint.memberships().get(membership),
                                blueprint.groups().get(group).id(),
                                (key, amount) -> addEntry(number, key, amount))));
    }

    private int[][][][] seatBlocks(int seat) {
        int[] sessions = blueprint.sessionsOf()[seat];
        int[][][][] blocksOf = new int[sessions.length][][][];
        for (int i = 0; i < sessions.length; i++) {
            if (!isAlwaysHeld(sessions[i])) {
                int slots = blueprint.times().get(sessions[i]).size(); // a fixed slot keeps its number
                blocksOf[i] = new int[slots][blueprint.staff().size()][];
                for (int slot : decisions.range(decisions.slot(sessions[i]))) {
                    for (int person : decisions.range(decisions.seat(seat))) {
                        addSeatTerms(seat, sessions[i], slot, person);
                        blocksOf[i][slot][person] = finishedBlock();
                    }
                }
            }
        }
        return blocksOf;
    }

    /** Whether a session's time is fixed and the session never sleeps. */
    private boolean isAlwaysHeld(int session) {
        return blueprint.isSettled(session) && blueprint.sessions().get(session).awakeWith() == null;
    }

    private int[] guestKinds() {
        var numbers = new HashMap<InterchangeableGuests, Integer>();
        int[] kinds = new int[blueprint.sessions().size()];
        Arrays.fill(kinds, -1);
        for (int s = 0; s < kinds.length; s++) {
            Session session = blueprint.sessions().get(s);
            if (session.isGuest()) {
                kinds[s] = numbers.computeIfAbsent(InterchangeableGuests.of(session), fresh -> numbers.size());
            }
        }
        return kinds;
    }

    /** Returns the blocks by place of the host among the seat's sessions, kind of guest and person. */
    private int[][][][] teachingBlocks(int seat, int[] kinds) {
        var guestsOf = guestsByHost();
        int most = Arrays.stream(kinds).max().orElse(-1);
        int[] sessions = blueprint.sessionsOf()[seat];
        int[][][][] blocksOf = new int[sessions.length][][][];
        for (int place = 0; place < sessions.length; place++) {
            int host = sessions[place];
            blocksOf[place] = new int[most + 1][][];
            for (int guest : guestsOf.getOrDefault(host, List.of())) {
                if (blocksOf[place][kinds[guest]] == null) {
                    blocksOf[place][kinds[guest]] = teachingBlocksOfGuest(seat, host, guest);
                }
            }
        }
        return blocksOf;
    }

    private Map<Integer, List<Integer>> guestsByHost = Map.of();

    private Map<Integer, List<Integer>> guestsByHost() {
        if (guestsByHost.isEmpty()) {
            guestsByHost = new HashMap<>();
            for (int g = 0; g < blueprint.hosts().length; g++) {
                for (int host : blueprint.hosts()[g]) {
                    guestsByHost
                            .computeIfAbsent(host, fresh -> new ArrayList<>())
                            .add(g);
                }
            }
        }
        return guestsByHost;
    }

    private int[][] teachingBlocksOfGuest(int seat, int host, int guest) {
        int[][] perPerson = new int[blueprint.staff().size()][];
        for (int person : decisions.range(decisions.seat(seat))) {
            forEachOf(
                    teachingSums.of(blueprint.sessions().get(host)),
                    (number, rule) -> rule.teachingTerms()
                            .forEach(term -> term.add(
                                    blueprint.seats().get(seat),
                                    blueprint.sessions().get(host),
                                    blueprint.sessions().get(guest),
                                    blueprint.staff().get(person),
                                    (key, amount) -> addEntry(number, key, amount))));
            perPerson[person] = finishedBlock();
        }
        return perPerson;
    }
}
