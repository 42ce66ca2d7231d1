package dk.grundskema.api.platform.page;

import dk.grundskema.api.platform.http.RequestTexts;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Renders pages as HTTP responses in the visitor's language and builds safe local redirects. */
@Component
public class PageRenderer {
    private static final String HOME = "/";

    /** Matches an invalid percent escape: a percent sign that is not followed by two hexadecimal digits. */
    private static final Pattern HALF_ESCAPED = Pattern.compile("%(?!\\p{XDigit}{2})");

    /** Time zone of the times shown on pages. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private final Map<String, PageFrame> frames =
            RequestTexts.LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Locale::getLanguage, PageFrame::new));
    private final LocaleResolver languages;
    private final VisitorResolver visitorResolver;

    PageRenderer(LocaleResolver languages, VisitorResolver visitorResolver) {
        this.languages = languages;
        this.visitorResolver = visitorResolver;
    }

    /**
     * Creates the templates of a folder for each supported language.
     *
     * @param beside class of the package that contains the folder
     * @param folder folder of templates and texts
     */
    public LocalizedTemplates templates(Class<?> beside, String folder) {
        return new LocalizedTemplates(
                this,
                frames.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, one -> new PageTemplates(beside, folder, one.getValue()))));
    }

    /** Renders a page that contains only a message. */
    public ResponseEntity<byte[]> renderNotice(
            HttpStatus status, HttpServletRequest request, String heading, List<String> sentences) {
        return LocalizedTemplates.htmlResponse(
                status, frame(request).renderNotice(visitor(request), heading, sentences));
    }

    /** Renders a message without resolving the visitor, for when the database is not available. */
    ResponseEntity<byte[]> renderAnonymousNotice(
            HttpStatus status, HttpServletRequest request, String heading, List<String> sentences) {
        return LocalizedTemplates.htmlResponse(
                status, frame(request).renderNotice(anonymousVisitor(request), heading, sentences));
    }

    /**
     * Renders the notice above a page about changes made to the plan since the page was rendered.
     *
     * @param version current version of the plan
     * @param news    sentences, latest first
     * @param isOwn   whether the visitor made all of the changes, so that no notice is shown
     */
    public ResponseEntity<byte[]> renderNews(
            HttpServletRequest request, long version, List<String> news, boolean isOwn) {
        return LocalizedTemplates.htmlResponse(HttpStatus.OK, frame(request).renderNews(version, news, isOwn));
    }

    private PageFrame frame(HttpServletRequest request) {
        return Objects.requireNonNull(frames.get(language(request).getLanguage()));
    }

    /** Returns the visitor's language. */
    public Locale language(HttpServletRequest request) {
        return languages.resolveLocale(request);
    }

    /** Returns the signed-in visitor, or an anonymous one. */
    Visitor visitor(HttpServletRequest request) {
        return visitorResolver
                .resolveVisitor(request, currentAddress(request))
                .orElseGet(() -> anonymousVisitor(request));
    }

    private static Visitor anonymousVisitor(HttpServletRequest request) {
        return new Visitor("", "", "", currentAddress(request));
    }

    /** Returns the address of the requested page, to return to later; {@code /} if the request is not a GET, because it must not be repeated. */
    static String currentAddress(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return HOME;
        }
        String query = request.getQueryString();
        return localAddress(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    /** Redirects with status 303, so that the browser requests the path with GET. */
    public static ResponseEntity<byte[]> redirectTo(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(localAddress(path)))
                .build();
    }

    /** Converts an instant to the local time shown on pages. */
    public static LocalDateTime toLocalDateTime(Instant moment) {
        return moment.atZone(ZONE).toLocalDateTime();
    }

    /** Returns the path if it is a valid path of this service, else {@code /}. Prevents open redirects. */
    public static String localAddress(String path) {
        boolean isOurs = path.matches("/(?![/\\\\])[\\w\\-./~%?=&:]*")
                && !HALF_ESCAPED.matcher(path).find();
        return isOurs ? path : HOME;
    }
}
