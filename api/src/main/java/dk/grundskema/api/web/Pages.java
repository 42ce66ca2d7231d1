package dk.grundskema.api.web;

import dk.grundskema.api.exports.HouseStyle;
import dk.grundskema.api.exports.Templates;
import dk.grundskema.api.exports.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Draws pages in a language. Safe to use from several threads. */
public final class Pages {
    /** Waits of so many seconds have a page that is kept; nobody is told to wait for longer. */
    private static final long MOST_KEPT = 120;

    private static final String PAGE_STYLE = style("page.css");
    private static final String CODES_STYLE = style("codes.css");

    private final Words words;
    private final Templates templates;

    /** Pages that say one thing, by what that is. Whoever guesses at links gets nothing else, and gets it for next to nothing. */
    private final Map<String, WebPage> notices = new ConcurrentHashMap<>();

    /** @param language Danish or English */
    public Pages(Locale language) {
        this.words = Words.beside(Pages.class, language);
        this.templates = new Templates(Pages.class, words);
    }

    /** The page that a link leads to. */
    public WebPage link(LinkPage page) {
        var values = new HashMap<String, Object>();
        values.put("page", page);
        values.put("published", moment(page.published()));
        values.put("seen", page.seen() == null ? "" : moment(page.seen()));
        values.put("subscribe", subscribe(page.address(), page.busy(), true));
        var lines = page.days().stream().flatMap(day -> day.lines().stream());
        return page(page.title(), PAGE_STYLE + colours(lines.map(LinkPage.Line::colour)), "link", values);
    }

    /** The page of an organisation's year. */
    public WebPage year(YearPage page) {
        var lines = Stream.concat(page.now().stream(), page.months().stream().flatMap(month -> month.lines().stream()));
        return page(
                page.title(),
                PAGE_STYLE + colours(lines.map(YearPage.Line::colour)),
                "year",
                Map.of(
                        "page",
                        page,
                        "published",
                        moment(page.published()),
                        "subscribe",
                        subscribe(page.address(), "", false)));
    }

    /** How to follow the calendar of a page. */
    private String subscribe(String address, String busy, boolean isTimed) {
        String feed = address + ".ics";
        return templates.draw(
                "subscribe",
                Map.of(
                        "feed",
                        feed,
                        "webcal",
                        feed.replaceFirst("^https?:", "webcal:"),
                        "busy",
                        busy,
                        "isTimed",
                        isTimed,
                        "code",
                        QrCode.svg(address, codeLabel())));
    }

    /** A page that says one thing: that nothing is there, or that something can't be had as it was asked for. */
    private WebPage notice(String heading, String text) {
        return page(heading, PAGE_STYLE, "notice", Map.of("heading", heading, "text", text));
    }

    /** The page that all get who ask for a link that isn't there, whatever is wrong with it. */
    public WebPage notThere() {
        return kept("not-there", "not-there.hint");
    }

    /**
     * The page of a link whose calendar has ended.
     *
     * @param isOfPerson whether it was somebody's, rather than a room's or a team's
     */
    public WebPage gone(boolean isOfPerson) {
        return kept("gone", isOfPerson ? "gone.hint" : "gone.hint.other");
    }

    /** A page that says one thing, drawn once. */
    private WebPage kept(String heading, String text) {
        return notices.computeIfAbsent(text, first -> notice(words.text(heading), words.text(text)));
    }

    /**
     * The page on which somebody chooses whether to get mails.
     *
     * @param isWanted whether that is so now
     * @param token    the last part of the page's address
     */
    public WebPage choice(boolean isWanted, String token) {
        return page(
                words.text(isWanted ? "choice.wanted" : "choice.declined"),
                PAGE_STYLE,
                "choice",
                Map.of("isWanted", isWanted, "token", token));
    }

    /** The page of somebody who has asked for too much in too little time. */
    public WebPage tooMany(long seconds) {
        return seconds > MOST_KEPT
                ? tooManyFor(seconds)
                : notices.computeIfAbsent("too-many " + seconds, first -> tooManyFor(seconds));
    }

    private WebPage tooManyFor(long seconds) {
        return notice(words.text("too-many"), words.text("too-many.hint", seconds));
    }

    /**
     * The page of somebody who has asked for a calendar in a way that there isn't.
     *
     * @param parameter what was wrong: {@code alarm} or {@code cancelled}, or {@code twice} that one was there twice
     */
    public WebPage wrong(String parameter) {
        return kept("wrong", "wrong." + parameter);
    }

    /** The sheet of codes, to be printed. */
    public WebPage codes(CodeSheet sheet) {
        var codes = sheet.cards().stream()
                .map(card -> QrCode.svg(card.address(), codeLabel()))
                .toList();
        return page(
                words.text("codes.title", sheet.plan()), CODES_STYLE, "codes", Map.of("sheet", sheet, "codes", codes));
    }

    /** What those hear who don't see a code. */
    public String codeLabel() {
        return words.text("code.label");
    }

    /** A moment with its weekday, in the middle of a sentence. */
    private String moment(LocalDateTime moment) {
        String date = words.date(moment.toLocalDate());
        return words.text(
                "moment",
                words.language().equals("da") ? date.toLowerCase(Locale.ROOT) : date,
                words.time(moment.toLocalTime()));
    }

    private WebPage page(String title, String style, String template, Map<String, ?> values) {
        String body = templates.draw(template, values);
        String html = templates.draw("shell", Map.of("title", title, "style", style, "body", body));
        return new WebPage(html, policy(style));
    }

    private static String style(String own) {
        return HouseStyle.base() + HouseStyle.properties() + Styles.file(own);
    }

    /** A strip for each colour of the page's lines; lighter on a dark screen. */
    private static String colours(Stream<String> colours) {
        var rules = new StringBuilder();
        colours.filter(name -> name.matches("[a-z]+"))
                .distinct()
                .sorted()
                .forEach(name -> rules.append(".c-%s { --strip: %s; }\n".formatted(name, name)));
        return rules.toString();
    }

    /** Nothing but the one style, known by its digest: whatever else found its way into a page stays without effect. */
    private static String policy(String style) {
        return "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
                .formatted(digest(style));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
