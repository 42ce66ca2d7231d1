package dk.grundskema.api.exports.feed;

import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.CLASS_7A;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.CO_TEACHING;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.JONAS;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.LONE;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.METTE;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.ROOM_12;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.ROOM_14;
import static dk.grundskema.api.documents.timetable.SmallSchoolFixture.weeks;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.timetable.SmallSchoolFixture;
import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.exports.calendar.CalendarWording;
import dk.grundskema.api.exports.calendar.EventIdGenerator;
import dk.grundskema.api.exports.calendar.EventTakeover;
import dk.grundskema.api.exports.calendar.TimetableCalendars;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.solver.spi.Decoration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A lesson of the school that loses its co-teacher is still held, and no calendar may say that it is cancelled. */
class LessonsThatStayTest {
    private static final String SECRET = "0123456789abcdef";
    private static final EventIdGenerator OWN = EventIdGenerator.withSecret(SECRET, Map.of());
    private static final Instant FIRST = Instant.parse("2026-08-01T10:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final CalendarOwner CLASS = CalendarOwner.of(CLASS_7A);
    private static final CalendarOwner OWN_TEACHER = CalendarOwner.of(LONE);
    private static final CalendarOwner CO_TEACHER = CalendarOwner.of(METTE);

    private final TreeMap<CalendarOwner, FeedState> feeds =
            new TreeMap<>(Comparator.comparing(owner -> owner.kind() + owner.id()));
    private @Nullable TimetableCalendars published;
    private EventIdGenerator ids = OWN;
    private Instant now = FIRST;

    private static SmallSchoolFixture school(@Nullable StaffId coTeacher) {
        return new SmallSchoolFixture().lesson("Dansk", MONDAY, "08:00").with(coTeacher, "stations", null, weeks(35));
    }

    /** Publishes a plan and returns the sentences for the owner's calendar. */
    private List<String> publish(SmallSchoolFixture plan, CalendarOwner owner, Language language) {
        if (published != null) {
            ids = EventIdGenerator.withSecret(
                    SECRET,
                    OccurrenceIdMatcher.matchIds(published.occurrences(), ids, plan.problem(), plan.timetable(), OWN));
        }
        TimetableCalendars before = published;
        var calendars = new TimetableCalendars(plan.problem(), plan.timetable(), wording(plan), ids);
        now = now.plusSeconds(60);
        FeedState was = feeds.getOrDefault(owner, FeedState.EMPTY);
        FeedState is = was.publish(ZONE, calendars.eventsOf(owner, language), now);
        feeds.put(owner, is);
        published = calendars;
        return new EventChangeFormatter(language, ZONE, uid -> takeover(before, calendars, owner, uid, language))
                .format(EventChange.between(was, is, FIRST));
    }

    private static Optional<EventTakeover> takeover(
            @Nullable TimetableCalendars before,
            TimetableCalendars after,
            CalendarOwner owner,
            String uid,
            Language language) {
        List<String> beside =
                before == null ? List.of() : before.coOwnerIdsByEvent(owner).getOrDefault(uid, List.of());
        return after.findTakeover(uid, owner, beside, language);
    }

    private static CalendarWording wording(SmallSchoolFixture plan) {
        return new CalendarWording(
                id -> plan.problem().groups().stream()
                        .filter(group -> group.id().equals(id))
                        .<Object>map(group -> group.name())
                        .findFirst()
                        .orElse(id),
                Map.of(),
                Map.of(CO_TEACHING, Decoration.NONE),
                language -> List.of(new ListResourceBundle() {
                    @Override
                    protected Object[][] getContents() {
                        return new Object[][] {{"role.co-teacher", "tolærer"}, {"role.teacher", "lærer"}};
                    }
                }));
    }

    private List<String> afterLosingTheCoTeacher(CalendarOwner owner, Language language) {
        publish(school(METTE), owner, language);
        return publish(school(null), owner, language);
    }

    private FeedEvent onlyEvent(CalendarOwner owner) {
        assertThat(feeds.get(owner).events()).hasSize(1);
        return feeds.get(owner).events().getFirst();
    }

    @Test
    void classAndTeacherReadThatTheLessonIsWithoutTheCoTeacher() {
        assertThat(afterLosingTheCoTeacher(CLASS, Language.EN))
                .containsExactly("Monday 24 Aug.: Dansk 08:00 is without Mette Holm");
        published = null;
        assertThat(afterLosingTheCoTeacher(OWN_TEACHER, Language.DA))
                .containsExactly("Mandag den 24. august: Dansk · 7A 08.00 er uden Mette Holm (tolærer)");
    }

    @Test
    void classTeacherAndRoomKeepTheEventWithItsId() {
        for (CalendarOwner owner :
                List.of(CLASS, OWN_TEACHER, CalendarOwner.of(ROOM_12), CalendarOwner.of(CO_TEACHING))) {
            published = null;
            ids = OWN;
            publish(school(METTE), owner, Language.DA);
            String uid = onlyEvent(owner).event().uid();
            publish(school(null), owner, Language.DA);

            FeedEvent event = onlyEvent(owner);
            assertThat(event.isCancelled()).as(owner.toString()).isFalse();
            assertThat(event.event().uid()).isEqualTo(uid);
            assertThat(event.event().description())
                    .contains("Uden ekstra voksen")
                    .noneMatch(line -> line.contains("Mette") || line.contains("Form"));
            assertThat(event.event().categories())
                    .as("it is no co-teaching now")
                    .isEmpty();
        }
    }

    @Test
    void aLessonToWhichAnotherSessionAddsSomebodyStandsThereOnce() {
        publish(school(METTE), CLASS, Language.DA);
        String uid = onlyEvent(CLASS).event().uid();
        SmallSchoolFixture inAnotherSession =
                school(null).lesson("Dansk", MONDAY, "08:00").with(JONAS, "stations", null, weeks(35));
        publish(inAnotherSession, CLASS, Language.DA);

        assertThat(onlyEvent(CLASS).event().uid()).isEqualTo(uid);
        assertThat(onlyEvent(CLASS).event().description()).doesNotContain("Uden ekstra voksen");
    }

    @Test
    void theTeacherIsStillBusy() {
        afterLosingTheCoTeacher(OWN_TEACHER, Language.DA);

        assertThat(onlyEvent(OWN_TEACHER).event().busy()).isTrue();
    }

    @Test
    void theCoTeacherReadsThatTheLessonIsHeldWithoutHer() {
        assertThat(afterLosingTheCoTeacher(CO_TEACHER, Language.DA))
                .containsExactly(
                        "Mandag den 24. august: Dansk · 7A 08.00–08.45 holdes, men er ikke længere i denne kalender");
    }

    @Test
    void theLessonStaysThroughLaterPublicationsAndGetsACoTeacherAgain() {
        afterLosingTheCoTeacher(CLASS, Language.DA);
        assertThat(publish(school(null), CLASS, Language.DA)).isEmpty();

        assertThat(publish(school(JONAS), CLASS, Language.DA))
                .containsExactly("Mandag den 24. august: Dansk 08.00 er også sammen med Jonas Berg");
        assertThat(ids.recordedIds()).isEmpty();
    }

    @Test
    void aLessonThatTheSchoolDropsLaterIsCancelled() {
        afterLosingTheCoTeacher(CLASS, Language.DA);

        assertThat(publish(new SmallSchoolFixture(), CLASS, Language.DA))
                .containsExactly("Mandag den 24. august: Dansk 08.00–08.45 aflyses");
        assertThat(ids.recordedIds()).isEmpty();
    }

    private static SmallSchoolFixture schoolWithoutIntervention() {
        var ended = new SmallSchoolFixture()
                .lesson("Dansk", MONDAY, "08:00")
                .in(weeks(35, 36))
                .untouched();
        ended.hasIntervention = false;
        return ended;
    }

    @Test
    void aLessonThatNoInterventionUsesAnyMoreStaysInTheCalendarsOfItsPeople() {
        for (CalendarOwner owner : List.of(CLASS, OWN_TEACHER)) {
            published = null;
            ids = OWN;
            publish(school(METTE), owner, Language.DA);

            assertThat(publish(schoolWithoutIntervention(), owner, Language.DA))
                    .hasSize(1)
                    .allMatch(sentence -> sentence.contains("er uden Mette Holm"));
            assertThat(onlyEvent(owner).isCancelled()).isFalse();
            assertThat(publish(school(METTE), owner, Language.DA))
                    .hasSize(1)
                    .allMatch(sentence -> sentence.contains("er også sammen med Mette Holm"));
        }
    }

    @Test
    void anInterventionThatEndsReadsThatTheLessonIsHeld() {
        publish(school(METTE), CalendarOwner.of(CO_TEACHING), Language.EN);

        assertThat(publish(schoolWithoutIntervention(), CalendarOwner.of(CO_TEACHING), Language.EN))
                .containsExactly("Monday 24 Aug.: Dansk · 7A 08:00–08:45 is held, but is no longer in this calendar");
    }

    @Test
    void supportThatMovesToAnotherLessonOfTheDayMovesNoLesson() {
        publish(twoLessons(METTE, null), CLASS, Language.DA);

        assertThat(publish(twoLessons(null, METTE), CLASS, Language.DA))
                .containsExactly(
                        "Mandag den 24. august: Dansk 08.00 er uden Mette Holm",
                        "Mandag den 24. august: Dansk 10.00–10.45 kommer til (Lok. 12, Åskolen)");
    }

    private static SmallSchoolFixture twoLessons(@Nullable StaffId first, @Nullable StaffId second) {
        return new SmallSchoolFixture()
                .lesson("Dansk", MONDAY, "08:00")
                .with(first, "stations", null, weeks(35))
                .lesson("Dansk", MONDAY, "10:00")
                .with(second, "stations", null, weeks(35));
    }

    @Test
    void lessonsThatNeverHadACoTeacherAreInNoCalendar() {
        var plan = school(METTE).lesson("Tysk", TUESDAY, "08:00").with(null);
        plan.lesson("Fysik", TUESDAY, "10:00").of(CLASS_7A, LONE, ROOM_14).untouched();
        publish(plan, CLASS, Language.DA);
        publish(plan, CLASS, Language.DA);

        assertThat(feeds.get(CLASS).events())
                .extracting(FeedEvent::event)
                .extracting(CalendarEvent::summary)
                .containsExactly("Dansk");
        assertThat(ids.recordedIds()).isEmpty();
    }
}
