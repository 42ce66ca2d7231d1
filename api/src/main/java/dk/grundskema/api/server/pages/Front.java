package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.identity.Doorway;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.platform.ProblemPages;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.web.app.Frame;
import dk.grundskema.api.web.app.PlanBar;
import dk.grundskema.api.web.app.PlanPart;
import dk.grundskema.api.web.app.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Pages as answers, in the visitor's language. */
@Component
public class Front {
    /** What it takes to look at parts of a plan, where reading the plan isn't enough. */
    private static final Map<PlanPart, Permission> NEEDED = Map.of(
            PlanPart.ABSENCES,
            Permission.EDIT,
            PlanPart.PRINT,
            Permission.READ_STUDENTS,
            PlanPart.CAMP,
            Permission.PLAN);

    private static final String HOME = "/";

    /** What is no address at all: a percent sign that isn't followed by a byte. */
    private static final Pattern HALF_ESCAPED = Pattern.compile("%(?!\\p{XDigit}{2})");

    /** On whose clocks pages tell moments. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private final Map<String, Frame> frames =
            Speaking.LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Locale::getLanguage, Frame::new));
    private final Spoken<Frame> notices = speaking(Function.identity());
    private final LocaleResolver languages;
    private final Doorway doorway;
    private final PlanKinds kinds;

    Front(LocaleResolver languages, Doorway doorway, PlanKinds kinds) {
        this.languages = languages;
        this.doorway = doorway;
        this.kinds = kinds;
    }

    /** The pages of an area. */
    public final <P> Spoken<P> speaking(Function<Frame, P> area) {
        Map<String, P> own = frames.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, one -> area.apply(one.getValue())));
        return (status, request, drawing) -> {
            P pages = Objects.requireNonNull(
                    own.get(languages.resolveLocale(request).getLanguage()));
            return html(status, drawing.apply(pages, visitor(request)));
        };
    }

    private static ResponseEntity<byte[]> html(HttpStatus status, String page) {
        return ResponseEntity.status(status).contentType(ProblemPages.HTML).body(page.getBytes(StandardCharsets.UTF_8));
    }

    /** A page that says only why there is nothing else. */
    public ResponseEntity<byte[]> notice(
            HttpStatus status, HttpServletRequest request, String heading, List<String> sentences) {
        return notices.page(status, request, (frame, visitor) -> frame.notice(visitor, heading, sentences));
    }

    /** The same without asking who is there: for when nothing can be looked up. */
    ResponseEntity<byte[]> noticeForAnybody(
            HttpStatus status, HttpServletRequest request, String heading, List<String> sentences) {
        Frame frame = Objects.requireNonNull(frames.get(language(request).getLanguage()));
        return html(status, frame.notice(nobody(request), heading, sentences));
    }

    /** What stands above a part of a plan. */
    public PlanBar bar(Plan plan, PlanPart shown) {
        Set<Permission> permissions = doorway.permissions(plan.organisation());
        PlanKinds.Kind kind = kinds.of(plan);
        List<PlanPart> parts = Arrays.stream(PlanPart.values())
                .filter(one -> permissions.contains(NEEDED.getOrDefault(one, Permission.READ)))
                .filter(one -> one == shown || isThere(one, kind))
                .toList();
        return new PlanBar(plan.id().value(), plan.title(), plan.version(), parts, shown);
    }

    /** Whether there is something to see in a part of a plan. */
    private static boolean isThere(PlanPart part, PlanKinds.Kind kind) {
        return switch (part) {
            case CAMP -> kind.hasCamp();
            case TIMETABLE -> kind.hasSomethingHeld();
            default -> !part.needsTimetable() || kind.hasTimetable();
        };
    }

    /** The visitor's language. */
    Locale language(HttpServletRequest request) {
        return languages.resolveLocale(request);
    }

    private Visitor visitor(HttpServletRequest request) {
        return doorway.inside(request)
                .map(one -> new Visitor(one.account().value(), one.name(), one.csrf(), here(request)))
                .orElseGet(() -> nobody(request));
    }

    private static Visitor nobody(HttpServletRequest request) {
        return new Visitor("", "", "", here(request));
    }

    /**
     * The version of a plan that a form goes on from: the one that it was sent with, so that what others did meanwhile is still said, unless it is said
     * on this very page.
     *
     * @param status how what was sent is answered
     */
    public static long seen(Plan plan, HttpStatus status, HttpServletRequest request) {
        boolean isSaid = status == HttpStatus.PRECONDITION_FAILED || status == HttpStatus.CONFLICT;
        String sent = request.getParameter("version");
        return isSaid || sent == null || !sent.matches("\\d{1,18}") ? plan.version() : Long.parseLong(sent);
    }

    /** Where the visitor is, to come back to; what was sent there isn't sent again. */
    static String here(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return HOME;
        }
        String query = request.getQueryString();
        return ours(request.getRequestURI() + (query == null ? "" : "?" + query));
    }

    /** Sends the visitor on; what was sent here isn't sent there. */
    public static ResponseEntity<byte[]> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(ours(path)))
                .build();
    }

    /** A moment on the clocks of those who read pages. */
    public static LocalDateTime at(Instant moment) {
        return moment.atZone(ZONE).toLocalDateTime();
    }

    /** A path of ours, whatever was asked for: nobody is led away from here. */
    static String ours(String path) {
        boolean isOurs = path.matches("/(?![/\\\\])[\\w\\-./~%?=&:]*")
                && !HALF_ESCAPED.matcher(path).find();
        return isOurs ? path : HOME;
    }
}
