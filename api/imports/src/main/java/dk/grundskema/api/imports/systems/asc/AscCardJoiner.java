package dk.grundskema.api.imports.systems.asc;

import dk.grundskema.api.imports.source.SourceDays;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Joins cards to lessons. aSc exports a card for each period of a double lesson; other programs that write its format have one card for
 * the whole of it. A file has cards per period if two cards of some lesson are closer than one card is long.
 */
final class AscCardJoiner {
    /**
     * A card on one weekday.
     *
     * @param lessonId id of its lesson
     * @param length   periods that one card of the lesson takes, at least 1
     * @param day      weekday and weeks
     * @param rooms    ids of its rooms
     * @param period   name of its period
     */
    record PlacedCard(String lessonId, int length, SourceDays.Weekly day, List<String> rooms, String period) {}

    /**
     * A lesson of one or several cards in a row.
     *
     * @param first   its first card
     * @param periods names of its periods, in order
     */
    record JoinedLesson(PlacedCard first, List<String> periods) {
        JoinedLesson {
            periods = List.copyOf(periods);
        }

        /** Whether it is shorter than the file says that a card is. */
        boolean isCut() {
            return periods.size() < first.length();
        }
    }

    private record PlaceOnDay(String lessonId, SourceDays.Weekly day, List<String> rooms) {}

    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final Map<Integer, String> names = new TreeMap<>();
    private final List<PlacedCard> cards;

    /**
     * @param periods names of all periods, in the order of the file
     * @param cards   all placed cards
     */
    AscCardJoiner(List<String> periods, List<PlacedCard> cards) {
        this.cards = List.copyOf(cards);
        List<String> all = Stream.concat(periods.stream(), cards.stream().map(PlacedCard::period))
                .distinct()
                .toList();
        boolean areNumbered = all.stream().allMatch(name -> name.matches("\\d{1,3}"));
        for (int i = 0; i < all.size(); i++) {
            int position = areNumbered ? Integer.parseInt(all.get(i)) : i;
            positions.put(all.get(i), position);
            names.putIfAbsent(position, all.get(i));
        }
    }

    /** Returns the lessons in the order of their first cards. */
    List<JoinedLesson> join() {
        Map<PlaceOnDay, Map<Integer, PlacedCard>> placed = new LinkedHashMap<>();
        for (PlacedCard card : cards) {
            placed.computeIfAbsent(new PlaceOnDay(card.lessonId(), card.day(), card.rooms()), any -> new TreeMap<>())
                    .putIfAbsent(position(card), card);
        }
        boolean arePerPeriod = hasCardPerPeriod();
        var lessons = new ArrayList<JoinedLesson>();
        placed.values().forEach(ofDay -> lessons.addAll(arePerPeriod ? joinRuns(ofDay) : expand(ofDay)));
        return lessons;
    }

    private int position(PlacedCard card) {
        return positions.getOrDefault(card.period(), 0);
    }

    private boolean hasCardPerPeriod() {
        Map<Object, NavigableSet<Integer>> taken = new LinkedHashMap<>();
        for (PlacedCard card : cards) {
            NavigableSet<Integer> ofDay =
                    taken.computeIfAbsent(List.of(card.lessonId(), card.day()), any -> new TreeSet<>());
            ofDay.add(position(card));
            Integer before = ofDay.lower(position(card));
            Integer after = ofDay.higher(position(card));
            if ((before != null && position(card) - before < card.length())
                    || (after != null && after - position(card) < card.length())) {
                return true;
            }
        }
        return false;
    }

    /** Joins cards in a row, up to the length of a card. */
    private static List<JoinedLesson> joinRuns(Map<Integer, PlacedCard> ofDay) {
        var lessons = new ArrayList<JoinedLesson>();
        var run = new ArrayList<PlacedCard>();
        int last = 0;
        for (Map.Entry<Integer, PlacedCard> next : ofDay.entrySet()) {
            if (!run.isEmpty()
                    && (next.getKey() != last + 1
                            || run.size() == run.getFirst().length())) {
                lessons.add(joined(run));
                run.clear();
            }
            run.add(next.getValue());
            last = next.getKey();
        }
        lessons.add(joined(run));
        return lessons;
    }

    private static JoinedLesson joined(List<PlacedCard> run) {
        return new JoinedLesson(
                run.getFirst(), run.stream().map(PlacedCard::period).toList());
    }

    /** Lets each card last as long as a card of its lesson. */
    private List<JoinedLesson> expand(Map<Integer, PlacedCard> ofDay) {
        return ofDay.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(each -> new JoinedLesson(
                        each.getValue(),
                        Stream.iterate(each.getKey(), position -> position + 1)
                                .limit(each.getValue().length())
                                .map(position -> names.getOrDefault(position, String.valueOf(position)))
                                .toList()))
                .toList();
    }
}
