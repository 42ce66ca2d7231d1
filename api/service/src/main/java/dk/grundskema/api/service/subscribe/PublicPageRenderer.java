package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.exports.template.SharedStyle;
import dk.grundskema.api.exports.template.TemplateRenderer;
import dk.grundskema.api.exports.template.TemplateTexts;
import dk.grundskema.api.platform.page.StyleSheets;
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

/** Renders the public pages in one language. Thread-safe. */
public final class PublicPageRenderer {
    /** Longest waiting time in seconds for which a page is cached; longer waits are shown as this. */
    private static final long MAX_CACHED_WAIT_SECONDS = 120;

    private static final String PAGE_STYLE = styleSheet("page.css");
    private static final String CODES_STYLE = styleSheet("codes.css");

    private final TemplateTexts templateTexts;
    private final TemplateRenderer templates;

    /** Cached pages with a single message. Requests that guess links get only these, so they cost almost nothing. */
    private final Map<String, WebPage> notices = new ConcurrentHashMap<>();

    /** @param language Danish or English */
    public PublicPageRenderer(Locale language) {
        this.templateTexts = TemplateTexts.forFolder(PublicPageRenderer.class, "link", language);
        this.templates = new TemplateRenderer(PublicPageRenderer.class, "link", templateTexts);
    }

    /** Renders the page of a link. */
    public WebPage renderLink(LinkPage page) {
        var values = new HashMap<String, Object>();
        values.put("page", page);
        values.put("published", formatMoment(page.published()));
        values.put("seenAt", page.seenAt() == null ? "" : formatMoment(page.seenAt()));
        values.put("subscribe", renderSubscription(page.address(), page.busy(), true));
        var lines = page.days().stream().flatMap(day -> day.lines().stream());
        return renderPage(page.title(), PAGE_STYLE + colourRules(lines.map(LinkPage.Line::colour)), "link", values);
    }

    /** Renders the page of an organisation's year. */
    public WebPage renderYear(YearPage page) {
        var lines = Stream.concat(page.now().stream(), page.months().stream().flatMap(month -> month.lines().stream()));
        return renderPage(
                page.title(),
                PAGE_STYLE + colourRules(lines.map(YearPage.Line::colour)),
                "year",
                Map.of(
                        "page",
                        page,
                        "published",
                        formatMoment(page.published()),
                        "subscribe",
                        renderSubscription(page.address(), "", false)));
    }

    /** Renders the instructions for subscribing to a page's calendar. */
    private String renderSubscription(String address, String busy, boolean isTimed) {
        String feed = address + ".ics";
        return templates.render(
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

    /** Renders a page with one message, such as "not found" or "invalid request". */
    private WebPage renderNotice(String heading, String text) {
        return renderPage(heading, PAGE_STYLE, "notice", Map.of("heading", heading, "text", text));
    }

    /** Renders the same page for all invalid links. */
    public WebPage renderNotFound() {
        return cachedNotice("not-there", "not-there.hint");
    }

    /**
     * Renders the page of a link whose calendar has ended.
     *
     * @param isOfPerson whether the calendar belonged to a person, not to a room or team
     */
    public WebPage renderGone(boolean isOfPerson) {
        return cachedNotice("gone", isOfPerson ? "gone.hint" : "gone.hint.other");
    }

    /** Returns a page with one message; renders it once. */
    private WebPage cachedNotice(String heading, String text) {
        return notices.computeIfAbsent(
                text, first -> renderNotice(templateTexts.text(heading), templateTexts.text(text)));
    }

    /**
     * Renders the page on which a staff member turns mails on or off.
     *
     * @param isWanted current choice
     * @param token    last part of the page's address
     */
    public WebPage renderMailChoice(boolean isWanted, String token) {
        return renderPage(
                templateTexts.text(isWanted ? "choice.wanted" : "choice.declined"),
                PAGE_STYLE,
                "choice",
                Map.of("isWanted", isWanted, "token", token));
    }

    /** Renders the page for a client that exceeded a rate limit. */
    public WebPage renderTooManyRequests(long seconds) {
        return seconds > MAX_CACHED_WAIT_SECONDS
                ? drawTooManyRequests(seconds)
                : notices.computeIfAbsent("too-many " + seconds, first -> drawTooManyRequests(seconds));
    }

    private WebPage drawTooManyRequests(long seconds) {
        return renderNotice(templateTexts.text("too-many"), templateTexts.text("too-many.hint", seconds));
    }

    /**
     * Renders the page for a calendar request with invalid options.
     *
     * @param parameter invalid parameter: {@code alarm} or {@code cancelled}; {@code twice} if a parameter occurs twice
     */
    public WebPage renderInvalidParameter(String parameter) {
        return cachedNotice("wrong", "wrong." + parameter);
    }

    /** Renders the printable sheet of codes. */
    public WebPage renderCodeSheet(CodeSheet sheet) {
        var codes = sheet.cards().stream()
                .map(card -> QrCode.svg(card.address(), codeLabel()))
                .toList();
        return renderPage(
                templateTexts.text("codes.title", sheet.plan()),
                CODES_STYLE,
                "codes",
                Map.of("sheet", sheet, "codes", codes));
    }

    /** Returns the text alternative of a QR code. */
    public String codeLabel() {
        return templateTexts.text("code.label");
    }

    /** Formats a date and time with its weekday for the middle of a sentence. */
    private String formatMoment(LocalDateTime moment) {
        String date = templateTexts.date(moment.toLocalDate());
        return templateTexts.text(
                "moment",
                templateTexts.language().equals("da") ? date.toLowerCase(Locale.ROOT) : date,
                templateTexts.time(moment.toLocalTime()));
    }

    private WebPage renderPage(String title, String style, String template, Map<String, ?> values) {
        String body = templates.render(template, values);
        String html = templates.render("shell", Map.of("title", title, "style", style, "body", body));
        return new WebPage(html, contentSecurityPolicy(style));
    }

    private static String styleSheet(String own) {
        return SharedStyle.baseCss()
                + SharedStyle.colourProperties()
                + StyleSheets.read(PublicPageRenderer.class, "link/" + own);
    }

    /** Returns CSS rules for the colour strips of the page's lines; lighter in dark mode. */
    private static String colourRules(Stream<String> colours) {
        var rules = new StringBuilder();
        colours.filter(name -> name.matches("[a-z]+"))
                .distinct()
                .sorted()
                .forEach(name -> rules.append(".c-%s { --strip: %s; }\n".formatted(name, name)));
        return rules.toString();
    }

    /** Allows only the page's style, by its digest, so that injected content has no effect. */
    private static String contentSecurityPolicy(String style) {
        return "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
                .formatted(digest(style));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK does not provide SHA-256.", e);
        }
    }
}
