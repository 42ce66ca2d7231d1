package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.platform.CompressedAnswers;
import dk.grundskema.api.web.Agenda;
import dk.grundskema.api.web.LinkPage;
import dk.grundskema.api.web.Pages;
import dk.grundskema.api.web.QrCode;
import dk.grundskema.api.web.YearPage;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** What links lead to: a calendar for clients, and a page for people. {@link LinkGate} has found the link. */
@RestController
@Hidden // no part of what programs are offered
final class FeedController {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    private final Feeds feeds;
    private final YearFeeds years;
    private final Links links;
    private final PublicationRows publications;
    private final LinkAddresses addresses;
    private final WebAnswers answers;
    private final InstantSource clock;
    private final FeedFiles files;

    FeedController(
            Feeds feeds,
            YearFeeds years,
            Links links,
            PublicationRows publications,
            LinkAddresses addresses,
            WebAnswers answers,
            InstantSource clock) {
        this.feeds = feeds;
        this.years = years;
        this.links = links;
        this.publications = publications;
        this.addresses = addresses;
        this.answers = answers;
        this.clock = clock;
        this.files = new FeedFiles(this::version, clock);
    }

    /** The calendar itself. Who knows it already is told so without anybody looking into it. */
    @GetMapping("/c/{token}.ics")
    @Needs(Permission.NONE)
    ResponseEntity<byte[]> feed(@RequestAttribute(LinkGate.LINK) Link link, HttpServletRequest request) {
        FeedFiles.Asked asked = files.asked(link, FeedWishes.of(request));
        FeedFile.Stamp stamp = files.stamp(asked);
        if (stamp != null && isKnown(stamp, request)) {
            return headers(HttpStatus.NOT_MODIFIED, stamp).build();
        }
        FeedFile file = files.file(asked);
        return file == null
                ? unlessGone(link, feed -> answer(files.made(feed, asked), request))
                : answer(file, request);
    }

    private static boolean isKnown(FeedFile.Stamp stamp, HttpServletRequest request) {
        return "*".equals(request.getHeader(HttpHeaders.IF_NONE_MATCH)) // whichever there is; Spring would send it
                || new ServletWebRequest(request)
                        .checkNotModified(stamp.tag(), stamp.changed().toEpochMilli());
    }

    private static ResponseEntity<byte[]> answer(FeedFile file, HttpServletRequest request) {
        if (isKnown(file.stamp(), request)) {
            return headers(HttpStatus.NOT_MODIFIED, file.stamp()).build();
        }
        ResponseEntity.BodyBuilder answer = headers(HttpStatus.OK, file.stamp());
        if (CompressedAnswers.isTaken(request)) {
            return answer.header(HttpHeaders.CONTENT_ENCODING, CompressedAnswers.GZIP)
                    .body(file.zipped());
        }
        return answer.body(file.content());
    }

    private static ResponseEntity.BodyBuilder headers(HttpStatus status, FeedFile.Stamp stamp) {
        return ResponseEntity.status(status)
                .eTag(stamp.tag())
                .lastModified(stamp.changed())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("calendar.ics")
                                .build()
                                .toString())
                .contentType(CALENDAR);
    }

    /** The page: what is held in the next days, and how to subscribe. */
    @GetMapping("/c/{token}")
    @Needs(Permission.NONE)
    ResponseEntity<byte[]> page(@RequestAttribute(LinkGate.LINK) Link link) {
        return unlessGone(link, feed -> {
            Pages pages = pages(feed);
            return WebAnswers.of(
                    HttpStatus.OK, link.kind() == LinkKind.YEAR ? pages.year(year(feed)) : pages.link(shown(feed)));
        });
    }

    private YearPage year(FeedNow feed) {
        return YearPage.of(
                feed.title(),
                feed.state(),
                feed.span().zone(),
                feed.language(),
                feed.published(),
                clock.instant(),
                addresses.page(feed.link()));
    }

    private LinkPage shown(FeedNow feed) {
        Link link = feed.link();
        PlanId plan = Objects.requireNonNull(link.plan());
        Instant now = clock.instant();
        boolean isOnes = link.kind() == LinkKind.STAFF;
        boolean isOthers = link.kind() == LinkKind.BUSY;
        // What was said to the person is for nobody else, and to others nothing is news.
        String note = isOthers
                ? ""
                : publications
                        .find(plan, feed.publication())
                        .map(Publication::note)
                        .orElse("");
        Instant known = isOthers ? now : Objects.requireNonNullElse(link.seen(), link.created());
        String busy = !isOnes
                ? ""
                : links.ofPerson(plan, link.ownerId(), LinkKind.BUSY)
                        .filter(one -> one.revoked() == null)
                        .map(addresses::calendar)
                        .orElse("");
        var reader = new Agenda.Reader(isOnes, link.seen(), known);
        return new Agenda(
                        feed.state(),
                        feed.span().zone(),
                        feed.language(),
                        uid -> Optional.ofNullable(feed.stillHeld().get(uid)))
                .page(feed.title(), note, feed.published(), reader, now, addresses.page(link), busy);
    }

    /**
     * Its reader has seen what is new.
     *
     * @param until the publication that was shown, in seconds; what came since then isn't seen
     */
    @PostMapping("/c/{token}/seen")
    @Needs(Permission.NONE)
    ResponseEntity<byte[]> seen(
            @RequestAttribute(LinkGate.LINK) Link link, @RequestParam(defaultValue = "") String until) {
        return unlessGone(link, feed -> {
            if (link.kind() == LinkKind.STAFF) {
                links.seen(link.id(), within(link.created(), feed.published(), until));
            }
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, "../" + link.token())
                    .build();
        });
    }

    /** What somebody can have seen: nothing before there was a link, and nothing after what was published last. */
    private static Instant within(Instant created, Instant published, String until) {
        try {
            long shown = Math.min(Long.parseLong(until), published.getEpochSecond());
            Instant seen = shown < created.getEpochSecond() ? created : Instant.ofEpochSecond(shown);
            return seen.isBefore(published) ? seen : published;
        } catch (NumberFormatException e) {
            return published;
        }
    }

    /** The code that leads to the page, as a picture. */
    @GetMapping("/c/{token}/qr.svg")
    @Needs(Permission.NONE)
    ResponseEntity<byte[]> code(@RequestAttribute(LinkGate.LINK) Link link) {
        return unlessGone(
                link,
                feed -> ResponseEntity.ok()
                        .contentType(SVG)
                        .body(QrCode.svg(addresses.page(link), pages(feed).codeLabel())
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private ResponseEntity<byte[]> unlessGone(Link link, Function<FeedNow, ResponseEntity<byte[]>> answering) {
        FeedNow feed = now(link);
        return feed.isGone()
                ? WebAnswers.of(HttpStatus.GONE, pages(feed).gone(link.kind().isOfPerson()))
                : answering.apply(feed);
    }

    private FeedNow now(Link link) {
        return switch (link.kind()) {
            case YEAR -> years.now(link);
            case STAFF, BUSY, GROUP, ROOM, INTERVENTION -> feeds.now(link);
        };
    }

    private long version(Link link) {
        return switch (link.kind()) {
            case YEAR -> years.now(link).version();
            case STAFF, BUSY, GROUP, ROOM, INTERVENTION -> feeds.version(link);
        };
    }

    private Pages pages(FeedNow feed) {
        return answers.in(feed.language());
    }

    /** A feed that was asked for in a way that there isn't: what can be asked for, in the link's language. */
    @ExceptionHandler
    ResponseEntity<byte[]> wrong(FeedWishes.Unfulfillable wish, HttpServletRequest request) {
        var link = (Link) Objects.requireNonNull(request.getAttribute(LinkGate.LINK));
        return WebAnswers.of(
                HttpStatus.BAD_REQUEST, answers.in(link.language().locale()).wrong(wish.parameter()));
    }
}
