package dk.grundskema.api.exports.feed;

import static dk.grundskema.api.exports.feed.FeedLessonFixture.MONDAY;
import static dk.grundskema.api.exports.feed.FeedLessonFixture.lesson;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.timetable.Occurrence;
import dk.grundskema.api.exports.calendar.CalendarOccurrences;
import dk.grundskema.api.exports.calendar.EventIdGenerator;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An id stays with the event that people consider the same, through all publications. */
class OccurrenceIdMatcherTest {
    private static final String SECRET = "0123456789abcdef";
    private static final EventIdGenerator OWN = EventIdGenerator.withSecret(SECRET, Map.of());

    private static final Problem PROBLEM =
            SchoolBuilder.school(IsoWeek.of(MONDAY), 1).build();

    private Timetable published = FeedLessonFixture.timetable();
    private EventIdGenerator ids = OWN;

    /** Returns the event id of each lesson after a publication, by session id. */
    private Map<String, String> publish(List<FeedLessonFixture> lessons) {
        Timetable next = FeedLessonFixture.timetable(lessons);
        ids = EventIdGenerator.withSecret(
                SECRET,
                OccurrenceIdMatcher.matchIds(CalendarOccurrences.of(PROBLEM, published, ids), ids, PROBLEM, next, OWN));
        published = next;
        var uids = new TreeMap<String, String>();
        Occurrence.of(next)
                .forEach(one -> uids.put(one.originalSessionId().value(), ids.of(EventIdGenerator.occurrenceKey(one))));
        return uids;
    }

    private Map<String, String> publish(FeedLessonFixture... lessons) {
        return publish(Arrays.asList(lessons));
    }

    @Test
    void unchangedLessonKeepsItsIdAndNeedsNoReassignment() {
        var first = publish(lesson("a"), lesson("b").at(10));

        assertThat(publish(lesson("a"), lesson("b").at(10))).isEqualTo(first);
        assertThat(ids.recordedIds()).isEmpty();
    }

    @Test
    void singleLessonKeepsItsIdWhenTimePersonRoomOrTitleChange() {
        var first = publish(lesson("a"));

        assertThat(publish(lesson("a").at(13).on(MONDAY.plusDays(9)))).isEqualTo(first);
        assertThat(publish(lesson("a").with("bo").in("r2"))).isEqualTo(first);
        assertThat(publish(lesson("a").titled("Dansk").forGroup("5b"))).isEqualTo(first);
    }

    @Test
    void twoLessonsThatHaveExchangedTheirTimesStayWhereTheyAre() {
        var first = publish(lesson("a"), lesson("b").at(10));
        var second = publish(lesson("a").at(10), lesson("b"));

        assertThat(second).isEqualTo(Map.of("a", first.get("b"), "b", first.get("a")));
    }

    @Test
    void simultaneousLessonsThatSwapPeopleAndRoomsSwapTheirIds() {
        var first = publish(lesson("a"), lesson("b").with("bo").in("r2"));
        var second = publish(lesson("a").with("bo").in("r2"), lesson("b"));

        assertThat(second).isEqualTo(Map.of("a", first.get("b"), "b", first.get("a")));
    }

    @Test
    void aPersonWhoTakesALessonAlongToAnotherDayHasMoved() {
        var first = publish(lesson("a"), lesson("b").with("bo").at(10));

        assertThat(publish(lesson("a").at(10), lesson("b").with("bo"))).isEqualTo(first);
    }

    @Test
    void peopleWhoExchangeLessonsThatStayAreToldOfPeopleNotOfTimes() {
        var first = publish(lesson("a"), lesson("b").with("bo").at(10));

        assertThat(publish(lesson("a").with("bo"), lesson("b").at(10))).isEqualTo(first);
    }

    @Test
    void lessonPushedOutOfItsIdGetsTheIdThatTheOtherLeft() {
        var first = publish(lesson("a"), lesson("b").on(MONDAY.plusDays(1)));
        var second = publish(
                lesson("a").on(MONDAY.plusDays(1)),
                lesson("b").on(MONDAY.plusDays(3)).at(12));

        assertThat(second).isEqualTo(Map.of("a", first.get("b"), "b", first.get("a")));
    }

    @Test
    void aSessionThatTakesThePlaceOfAnotherTakesItsIdAndKeepsIt() {
        var first = publish(lesson("a"));
        var second = publish(lesson("c"));
        var third = publish(lesson("c").on(MONDAY.plusDays(2)));

        assertThat(List.of(second.get("c"), third.get("c"))).containsOnly(first.get("a"));
    }

    @Test
    void aSessionThatComesBackAfterAnotherTookItsPlaceIsNew() {
        var first = publish(lesson("a"));
        publish(lesson("c"));
        var third = publish(lesson("a").at(12), lesson("c"));
        var fourth = publish(lesson("a").at(13));

        assertThat(third.get("c")).isEqualTo(first.get("a"));
        assertThat(third.get("a")).isNotEqualTo(first.get("a"));
        assertThat(fourth.get("a")).isEqualTo(third.get("a"));
    }

    @Test
    void aSessionThatTookAPlaceAndWasGoneComesBackAsTheSame() {
        var first = publish(lesson("a"));
        publish(lesson("c"));
        publish();

        assertThat(publish(lesson("c").at(13)).get("c")).isEqualTo(first.get("a"));
    }

    /** Otherwise the cancelled event of one would become the other's event in both phones. */
    @Test
    void theIdOfWhatWasCancelledIsNotGivenToWhatHadItLongAgo() {
        publish(lesson("a"));
        var second = publish(lesson("c"));
        publish();
        var back = publish(lesson("a").titled("Dansk"), lesson("c").at(13));

        assertThat(back.get("c")).isEqualTo(second.get("c"));
        assertThat(back.get("a")).isNotEqualTo(second.get("c"));
        assertThat(publish(lesson("a").titled("Dansk")).get("a")).isEqualTo(back.get("a"));
    }

    @Test
    void lessonThatLosesItsIdDoesNotGetTheIdOfAThird() {
        publish(lesson("a"));
        publish(lesson("c"));
        var third = publish(lesson("c"), lesson("a").at(12));
        var fourth = publish(
                lesson("c").titled("Dansk"), lesson("a").at(12), lesson("d").titled("Dansk"));

        assertThat(fourth.get("a")).isEqualTo(third.get("a"));
        assertThat(fourth.get("c")).isEqualTo(third.get("c"));
        assertThat(fourth.values()).doesNotHaveDuplicates();
    }

    @Test
    void lessonsOfOtherClassesStudentsNamesAndLengthsAreNotExchanged() {
        for (var other : List.of(
                lesson("b").forGroup("5b"),
                lesson("b").forStudent("s1"),
                lesson("b").titled("Dansk"))) {
            published = FeedLessonFixture.timetable();
            ids = OWN;
            var first = publish(lesson("a"), other.at(10));

            assertThat(publish(lesson("a").at(10), other)).isEqualTo(first);
            assertThat(publish(other)).isEqualTo(Map.of("b", first.get("b")));
        }
    }

    /** Half of the lessons are of one student each, half of whole classes; each may move, change staff, be added or removed. */
    private static List<FeedLessonFixture> randomLessons(Random random) {
        var lessons = new ArrayList<FeedLessonFixture>();
        for (int i = 0; i < 8; i++) {
            if (random.nextInt(4) > 0) {
                FeedLessonFixture lesson = lesson("s" + i)
                        .forGroup(i % 2 == 0 ? "5a" : "5b")
                        .on(MONDAY.plusDays(random.nextInt(3)))
                        .at(8 + random.nextInt(3))
                        .with(random.nextBoolean() ? "ane" : "bo");
                lessons.add(i < 4 ? lesson : lesson.forStudent("student-" + i % 3));
            }
        }
        return lessons;
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noIdIsTwiceInATimetableNorEverOfAnotherClassOrStudent(long seed) {
        var random = new Random(seed);
        var whose = new HashMap<String, String>();
        for (int publication = 0; publication < 8; publication++) {
            List<FeedLessonFixture> lessons = randomLessons(random);
            Map<String, String> uids = publish(lessons);
            assertThat(uids.values()).hasSameSizeAs(lessons).doesNotHaveDuplicates();
            lessons.forEach(lesson -> {
                String owner = lesson.group() + " " + lesson.student();
                assertThat(whose.merge(uids.get(lesson.id()), owner, (was, is) -> was))
                        .isEqualTo(owner);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void publishingTheSameAgainGivesTheSameIds(long seed) {
        var random = new Random(seed);
        for (int publication = 0; publication < 5; publication++) {
            List<FeedLessonFixture> lessons = randomLessons(random);
            Map<String, String> uids = publish(lessons);
            Map<String, String> exceptions = ids.recordedIds();

            assertThat(publish(lessons)).isEqualTo(uids);
            assertThat(ids.recordedIds()).isEqualTo(exceptions);
        }
    }

    @Test
    void asManyAsWereHeldAndAreHeldAreTheSameOnesOnADay() {
        var first = publish(
                IntStream.range(0, 6).mapToObj(i -> lesson("a" + i).at(8 + i)).toList());
        var second = publish(
                IntStream.range(0, 6).mapToObj(i -> lesson("b" + i).at(9 + i)).toList());

        assertThat(second.values()).containsExactlyInAnyOrderElementsOf(first.values());
        // Five lessons are at the time of an earlier one, and the last one has moved from the first hour to the last.
        assertThat(second.get("b5")).isEqualTo(first.get("a0"));
    }

    @Test
    void aMarkIsAskedOnceOfEachHoweverManyAreAlike() {
        var asked = new AtomicInteger();
        List<Integer> many = IntStream.range(0, 20_000).boxed().toList();
        var pairs = new PairMatcher<>(many, many.reversed());
        pairs.matchBy(one -> asked.incrementAndGet() > 0 ? one % 3 : null);
        pairs.matchBy(one -> asked.incrementAndGet() > 0 ? "left" : null);

        assertThat(pairs.matchedPairs()).hasSize(20_000);
        assertThat(asked).hasValue(40_000);
    }

    @Test
    void itemWithoutAKeyIsInNoPair() {
        var pairs = new PairMatcher<>(List.of(LocalTime.NOON), List.of(LocalTime.NOON));
        pairs.matchBy(one -> null);

        assertThat(pairs.matchedPairs()).isEmpty();
    }
}
