package dk.grundskema.api.service.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.exports.calendar.EventTakeover;
import dk.grundskema.api.exports.calendar.EventTime;
import dk.grundskema.api.exports.feed.FeedState;
import dk.grundskema.api.service.notice.NoticeMail;
import dk.grundskema.api.service.notice.NoticeMailWriter;
import dk.grundskema.api.service.subscribe.CodeSheet.Card;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contents of public pages, and that they show nothing else. */
class PublicPageRendererTest {
    private static final Locale ENGLISH = Locale.of("en");
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final Instant FIRST = Instant.parse("2026-09-01T08:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-09-06T08:00:00Z");
    private static final Instant NOW = Instant.parse("2026-09-07T05:00:00Z");
    private static final String ADDRESS = "https://plan.example/c/k7w2mqp9xz4hvb3tnd6ryfg8sc";
    private static final String GOOGLE = "up to 12 hours according to Google, at times a day";
    private static final String HOSTILE = "<script>alert(1)</script> 🎉 ;,\\ \"'>";

    private static CalendarEvent event(String uid, LocalDate date, int hour, String what, String where) {
        Instant start = date.atTime(LocalTime.of(hour, 45)).atZone(ZONE).toInstant();
        return new CalendarEvent(
                uid, EventTime.ofHours(start, 90), what, where, List.of(), List.of(), "steelblue", true);
    }

    private static FeedState published(CalendarEvent... events) {
        return FeedState.EMPTY.publish(ZONE, List.of(events), FIRST);
    }

    private static String page(FeedState state, Locale language, boolean isOne, Instant known) {
        return page(state, language, isOne, known, "Camp: Anna Berg", "");
    }

    private static String page(
            FeedState state, Locale language, boolean isOne, Instant known, String title, String note) {
        LinkPage page = new LinkPageBuilder(state, ZONE, language, uid -> Optional.empty())
                .build(title, note, SECOND, new LinkPageBuilder.Reader(isOne, null, known), NOW, ADDRESS, "");
        return new PublicPageRenderer(language).renderLink(page).html();
    }

    /** Returns the text of a page, without its style. */
    private static String text(String html) {
        return html.replaceAll("(?s)<style>.*?</style>", "")
                .replaceAll("<[^>]+>", " ")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ");
    }

    @Test
    void namesAreTextWhateverTheyHave() {
        String html = page(published(event("a", MONDAY, 8, HOSTILE, HOSTILE)), ENGLISH, true, FIRST, HOSTILE, HOSTILE);

        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;alert(1)&lt;/script&gt; 🎉 ;,\\ &quot;");
        String sheet = new PublicPageRenderer(ENGLISH)
                .renderCodeSheet(new CodeSheet(HOSTILE, List.of(new Card(HOSTILE, ADDRESS))))
                .html();
        assertThat(sheet).doesNotContain("<script").contains("&lt;script&gt;alert(1)&lt;/script&gt; 🎉 ;,\\ &quot;");
    }

    @Test
    void nothingButTheStyleOfThePageMayBeLoadedOrRun() throws Exception {
        WebPage page = new PublicPageRenderer(ENGLISH).renderNotFound();
        Matcher style = Pattern.compile("(?s)<style>(.*?)</style>").matcher(page.html());

        assertThat(style.find()).isTrue();
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(page.policy())
                .startsWith("default-src 'none'; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(digest) + "';")
                .doesNotContain("unsafe");
        assertThat(page.html()).doesNotContain("<script", " style=", " onclick=", "<img", "<link");
    }

    @Test
    void aMovedEventSaysWhenItWas() {
        FeedState state = published(event("a", MONDAY, 8, "Mathematics", "Room 1"))
                .publish(ZONE, List.of(event("a", MONDAY, 10, "Mathematics", "Room 2")), SECOND);

        assertThat(text(page(state, ENGLISH, true, FIRST)))
                .contains(
                        "1 change you haven't seen", "10:45–12:15 Moved Mathematics was 08:45 · was in Room 1 Room 2");
    }

    @Test
    void eventThatSomebodyElseTookSaysNothingOfThePlaceAndAdultsOfBefore() {
        Instant start = MONDAY.atTime(LocalTime.of(8, 45)).atZone(ZONE).toInstant();
        var given = new CalendarEvent(
                "a",
                EventTime.ofHours(start, 90),
                "Danish",
                "Room 1",
                List.of("Together with: Nanna"),
                List.of(),
                "steelblue",
                true,
                List.of("Nanna"));
        FeedState state = published(given).publish(ZONE, List.of(), SECOND);
        LinkPage page = new LinkPageBuilder(
                        state,
                        ZONE,
                        ENGLISH,
                        uid -> Optional.of(new EventTakeover(CalendarOwner.Kind.STAFF, List.of("Hanne"))))
                .build("Camp", "", SECOND, new LinkPageBuilder.Reader(true, null, FIRST), NOW, ADDRESS, "");

        assertThat(text(new PublicPageRenderer(ENGLISH).renderLink(page).html()))
                .contains("No longer yours Danish now: Hanne")
                .doesNotContain("Nanna", "Room 1");
    }

    @Test
    void movedEventIsShownOnBothDays() {
        FeedState state = published(event("a", MONDAY, 8, "Mathematics", "Room 1"))
                .publish(ZONE, List.of(event("a", MONDAY.plusDays(2), 10, "Mathematics", "Room 1")), SECOND);

        assertThat(text(page(state, ENGLISH, true, FIRST)))
                .contains("1 change you haven't seen")
                .contains("Today Monday 7 September 08:45–10:15 Moved Mathematics to Wednesday 9 Sept. 10:45")
                .contains("Wednesday 9 September 10:45–12:15 Moved Mathematics was Monday 7 Sept. 08:45");
    }

    @Test
    void laterChangesAreListedBelowTheDays() {
        FeedState state = published(event("a", MONDAY.plusDays(20), 8, "Mathematics", ""))
                .publish(ZONE, List.of(event("a", MONDAY.plusDays(20), 10, "Mathematics", "")), SECOND);

        assertThat(text(page(state, ENGLISH, true, FIRST)))
                .contains(
                        "1 change you haven't seen",
                        "Changes after those days Sunday 27 Sept.: Mathematics moves from 08:45 to 10:45");
        assertThat(text(page(state, ENGLISH, true, SECOND))).doesNotContain("Changes after");
    }

    @Test
    void currentEventIsMarked() {
        String page = text(page(published(event("a", MONDAY, 6, "Run", "")), ENGLISH, true, FIRST));

        assertThat(page).contains("06:45–08:15 Now Run");
    }

    @Test
    void newAndCancelledEventsAreMarkedUntilSeen() {
        FeedState state = published(event("a", MONDAY, 8, "Mathematics", ""))
                .publish(ZONE, List.of(event("b", MONDAY, 10, "Danish", "")), SECOND);

        assertThat(text(page(state, ENGLISH, true, FIRST)))
                .contains("2 changes", "08:45–10:15 Cancelled Mathematics", "10:45–12:15 New Danish", "Seen");
        assertThat(text(page(state, ENGLISH, true, SECOND)))
                .contains("10:45–12:15 Danish")
                .doesNotContain("Mathematics", "changes you", "New Danish");
    }

    @Test
    void sharedPageMarksNewEventsButOffersNoSeenButton() {
        FeedState state = published().publish(ZONE, List.of(event("b", MONDAY, 10, "Danish", "")), SECOND);

        assertThat(page(state, ENGLISH, false, FIRST)).contains("New</span>").doesNotContain("<form");
        assertThat(page(state, ENGLISH, true, FIRST))
                .contains("<form method=\"post\" action=\"k7w2mqp9xz4hvb3tnd6ryfg8sc/seen\">");
    }

    @Test
    void todayAndFourteenDaysAreThereAndWhatComesThenIsHintedAt() {
        String text = text(page(
                published(
                        event("y", MONDAY.minusDays(1), 8, "Yesterday's", ""),
                        event("l", MONDAY.plusDays(14), 8, "Last", ""),
                        event("n", MONDAY.plusDays(15), 8, "Next", "")),
                ENGLISH,
                true,
                FIRST));

        assertThat(text)
                .contains("Nothing planned today.", "Monday 21 September 08:45–10:15 Last")
                .contains("After that: Tuesday 22 September, Next")
                .doesNotContain("Yesterday's");
    }

    @Test
    void anEmptyCalendarInvitesToSubscribe() {
        assertThat(text(page(published(), Locale.of("da"), true, FIRST)))
                .contains("Intet på planen i dag.", "Når der kommer noget, står det her", "Få planen i din kalender");
    }

    @Test
    void everyClientIsToldHowAndHowLateWithTheSource() {
        String html = page(published(), ENGLISH, true, FIRST);

        assertThat(html)
                .contains("href=\"webcal://plan.example/c/k7w2mqp9xz4hvb3tnd6ryfg8sc.ics\"")
                .contains("https://support.apple.com/", "https://support.google.com/", "https://support.microsoft.com/")
                .contains("at most an hour", "up to 12 hours", "about three hours");
        assertThat(html).contains(GOOGLE);
    }

    @Test
    void howLateGoogleIsIsSaidAlikeOnThePageInMailsAndInTheDocument() throws IOException {
        var mail = new NoticeMail(
                "Camp",
                false,
                List.of(),
                List.of("Monday: one"),
                MONDAY,
                MONDAY,
                MONDAY.atStartOfDay(),
                "",
                ADDRESS,
                "https://plan.example/n/x");

        assertThat(new NoticeMailWriter(ENGLISH).write(mail).text()).contains(GOOGLE);
        assertThat(new NoticeMailWriter(ENGLISH).write(mail).html()).contains(GOOGLE);
        assertThat(Files.readString(Path.of("../../docs/calendars.md"))).contains(GOOGLE);
    }

    @Test
    void errorPagesAreRenderedOnce() {
        var pages = new PublicPageRenderer(ENGLISH);

        assertThat(pages.renderNotFound())
                .isSameAs(pages.renderNotFound())
                .isNotEqualTo(new PublicPageRenderer(Locale.of("da")).renderNotFound());
        assertThat(pages.renderTooManyRequests(7))
                .isSameAs(pages.renderTooManyRequests(7))
                .isNotEqualTo(pages.renderTooManyRequests(8));
        assertThat(pages.renderTooManyRequests(7).html()).contains("7 seconds");
        assertThat(pages.renderTooManyRequests(1_000_000)).isNotSameAs(pages.renderTooManyRequests(1_000_000));
        assertThat(pages.renderInvalidParameter("alarm"))
                .isSameAs(pages.renderInvalidParameter("alarm"))
                .isNotEqualTo(pages.renderInvalidParameter("twice"));
    }

    @Test
    void ofARoomItIsNotSaidThatItIsYoursOrThatSomebodyLeft() {
        FeedState state = published(event("a", MONDAY, 8, "Mathematics", "Room 1"));

        assertThat(text(page(state, ENGLISH, true, FIRST))).contains("keep it to yourself", "give you a new one");
        assertThat(text(page(state, ENGLISH, false, FIRST)))
                .doesNotContain("yourself", "give you")
                .contains("Whoever has this link");
        assertThat(text(new PublicPageRenderer(ENGLISH).renderGone(true).html()))
                .contains("somebody's");
        assertThat(text(new PublicPageRenderer(ENGLISH).renderGone(false).html()))
                .doesNotContain("somebody")
                .contains("What it showed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void bothLanguagesHaveTheSameTextsAndPagesAreInTheirs(String language) {
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        var own = ResourceBundle.getBundle(
                "dk.grundskema.api.service.subscribe.link.messages", Locale.of(language), control);
        var english = ResourceBundle.getBundle("dk.grundskema.api.service.subscribe.link.messages", ENGLISH, control);

        assertThat(own.keySet()).isEqualTo(english.keySet());
        assertThat(new PublicPageRenderer(Locale.of(language)).renderGone(true).html())
                .contains("<html lang=\"" + language + "\"");
    }

    @Test
    void aCodeLeadsWhereItSays() throws Exception {
        BitMatrix modules = QrCode.modules(ADDRESS);
        int scale = 4;
        int side = modules.getWidth() * scale;
        var pixels = new int[side * side];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = modules.get(i % side / scale, i / side / scale) ? 0xFF000000 : 0xFFFFFFFF;
        }

        var seen = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));

        assertThat(new QRCodeReader().decode(seen).getText()).isEqualTo(ADDRESS);
        assertThat(modules.getTopLeftOnBit()).isEqualTo(new int[] {QrCode.QUIET_ZONE, QrCode.QUIET_ZONE});
    }

    @Test
    void thePictureOfACodeHasJustItsModules() {
        BitMatrix modules = QrCode.modules(ADDRESS);
        var drawn = new boolean[modules.getHeight()][modules.getWidth()];
        Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z")
                .matcher(QrCode.svg(ADDRESS, "a & b"))
                .results()
                .forEach(run -> Arrays.fill(
                        drawn[Integer.parseInt(run.group(2))],
                        Integer.parseInt(run.group(1)),
                        Integer.parseInt(run.group(1)) + Integer.parseInt(run.group(3)),
                        true));

        for (int y = 0; y < drawn.length; y++) {
            for (int x = 0; x < drawn[y].length; x++) {
                assertThat(drawn[y][x]).isEqualTo(modules.get(x, y));
            }
        }
        assertThat(QrCode.svg(ADDRESS, "a & b")).contains("aria-label=\"a &amp; b\"");
    }

    @Test
    void theSheetHasACardForEachAndSaysWhatToDoIfThereAreNone() {
        var pages = new PublicPageRenderer(ENGLISH);

        String sheet = pages.renderCodeSheet(
                        new CodeSheet("Camp", List.of(new Card("Anna", ADDRESS), new Card("Bo", ADDRESS + "x"))))
                .html();

        assertThat(text(sheet)).contains("2 cards.", "Anna", "plan.example/c/k7w2mqp9xz4hvb3tnd6ryfg8sc", "Bo");
        assertThat(sheet.split("<svg", -1)).hasSize(3);
        assertThat(text(pages.renderCodeSheet(new CodeSheet("Camp", List.of())).html()))
                .contains("Publish it, and everybody");
    }
}
