package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.access.RequiresPermission;
import dk.grundskema.api.platform.traffic.CompressionFilter;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.LinkAddresses;
import dk.grundskema.api.service.publish.LinkKind;
import dk.grundskema.api.service.publish.LinkRepository;
import dk.grundskema.api.service.publish.Publication;
import dk.grundskema.api.service.publish.PublicationRepository;
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

/** Serves the targets of links: a calendar for clients and a page for people. {@link LinkTokenFilter} resolves the link. */
@RestController
@Hidden // not part of the REST API
final class FeedController {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    private final FeedCalculator feeds;
    private final YearFeedCalculator years;
    private final LinkRepository links;
    private final PublicationRepository publications;
    private final LinkAddresses addresses;
    private final WebPageResponses webPageResponses;
    private final InstantSource clock;
    private final FeedFileCache files;

    FeedController(
            FeedCalculator feeds,
            YearFeedCalculator years,
            LinkRepository links,
            PublicationRepository publications,
            LinkAddresses addresses,
            WebPageResponses webPageResponses,
            InstantSource clock) {
        this.feeds = feeds;
        this.years = years;
        this.links = links;
        this.publications = publications;
        this.addresses = addresses;
        this.webPageResponses = webPageResponses;
        this.clock = clock;
        this.files = new FeedFileCache(this::version, clock);
    }

    /** Returns the calendar file. Answers a conditional request of a current client without reading the feed. */
    @GetMapping("/c/{token}.ics")
    @RequiresPermission(Permission.NONE)
    ResponseEntity<byte[]> feed(@RequestAttribute(LinkTokenFilter.LINK) FeedLink link, HttpServletRequest request) {
        FeedFileCache.FeedRequest feedRequest = files.request(link, FeedOptions.of(request));
        FeedFile.Stamp stamp = files.findStamp(feedRequest);
        if (stamp != null && isUnchanged(stamp, request)) {
            return headers(HttpStatus.NOT_MODIFIED, stamp).build();
        }
        FeedFile file = files.findFile(feedRequest);
        return file == null
                ? respondIfPublished(link, feed -> respond(files.create(feed, feedRequest), request))
                : respond(file, request);
    }

    private static boolean isUnchanged(FeedFile.Stamp stamp, HttpServletRequest request) {
        return "*"
                        .equals(request.getHeader(
                                HttpHeaders.IF_NONE_MATCH)) // handled here because Spring would send the file
                || new ServletWebRequest(request)
                        .checkNotModified(stamp.tag(), stamp.changed().toEpochMilli());
    }

    private static ResponseEntity<byte[]> respond(FeedFile file, HttpServletRequest request) {
        if (isUnchanged(file.stamp(), request)) {
            return headers(HttpStatus.NOT_MODIFIED, file.stamp()).build();
        }
        ResponseEntity.BodyBuilder answer = headers(HttpStatus.OK, file.stamp());
        if (CompressionFilter.acceptsGzip(request)) {
            return answer.header(HttpHeaders.CONTENT_ENCODING, CompressionFilter.GZIP)
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

    /** Shows the page with the events of the next days and how to subscribe. */
    @GetMapping("/c/{token}")
    @RequiresPermission(Permission.NONE)
    ResponseEntity<byte[]> page(@RequestAttribute(LinkTokenFilter.LINK) FeedLink link) {
        return respondIfPublished(link, feed -> {
            PublicPageRenderer pages = pages(feed);
            return WebPageResponses.of(
                    HttpStatus.OK,
                    link.kind() == LinkKind.YEAR ? pages.renderYear(yearPage(feed)) : pages.renderLink(linkPage(feed)));
        });
    }

    private YearPage yearPage(FeedSnapshot feed) {
        return YearPage.of(
                feed.title(),
                feed.state(),
                feed.span().zone(),
                feed.language(),
                feed.published(),
                clock.instant(),
                addresses.page(feed.link()));
    }

    private LinkPage linkPage(FeedSnapshot feed) {
        FeedLink link = feed.link();
        PlanId plan = Objects.requireNonNull(link.plan());
        Instant now = clock.instant();
        boolean isOnes = link.kind() == LinkKind.STAFF;
        boolean isOthers = link.kind() == LinkKind.BUSY;
        // The note is for the staff member only; for other readers nothing counts as news.
        String note = isOthers
                ? ""
                : publications
                        .find(plan, feed.publication())
                        .map(Publication::note)
                        .orElse("");
        Instant known = isOthers ? now : Objects.requireNonNullElse(link.seen(), link.created());
        String busy = !isOnes
                ? ""
                : links.findByPerson(plan, link.ownerId(), LinkKind.BUSY)
                        .filter(one -> one.revoked() == null)
                        .map(addresses::calendar)
                        .orElse("");
        var reader = new LinkPageBuilder.Reader(isOnes, link.seen(), known);
        return new LinkPageBuilder(
                        feed.state(),
                        feed.span().zone(),
                        feed.language(),
                        uid -> Optional.ofNullable(feed.stillHeld().get(uid)))
                .build(feed.title(), note, feed.published(), reader, now, addresses.page(link), busy);
    }

    /**
     * Records that the reader has seen the news.
     *
     * @param until moment of the publication that was shown, in seconds; later publications stay unseen
     */
    @PostMapping("/c/{token}/seen")
    @RequiresPermission(Permission.NONE)
    ResponseEntity<byte[]> markNewsSeen(
            @RequestAttribute(LinkTokenFilter.LINK) FeedLink link, @RequestParam(defaultValue = "") String until) {
        return respondIfPublished(link, feed -> {
            if (link.kind() == LinkKind.STAFF) {
                links.recordSeen(link.id(), clampSeen(link.created(), feed.published(), until));
            }
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, "../" + link.token())
                    .build();
        });
    }

    /** Limits the confirmed moment to the range from the creation of the link to the last publication. */
    private static Instant clampSeen(Instant created, Instant published, String until) {
        try {
            long shown = Math.min(Long.parseLong(until), published.getEpochSecond());
            Instant seen = shown < created.getEpochSecond() ? created : Instant.ofEpochSecond(shown);
            return seen.isBefore(published) ? seen : published;
        } catch (NumberFormatException e) {
            return published;
        }
    }

    /** Returns the QR code of the page as a picture. */
    @GetMapping("/c/{token}/qr.svg")
    @RequiresPermission(Permission.NONE)
    ResponseEntity<byte[]> code(@RequestAttribute(LinkTokenFilter.LINK) FeedLink link) {
        return respondIfPublished(
                link,
                feed -> ResponseEntity.ok()
                        .contentType(SVG)
                        .body(QrCode.svg(addresses.page(link), pages(feed).codeLabel())
                                .getBytes(StandardCharsets.UTF_8)));
    }

    private ResponseEntity<byte[]> respondIfPublished(
            FeedLink link, Function<FeedSnapshot, ResponseEntity<byte[]>> answering) {
        FeedSnapshot feed = currentFeed(link);
        return feed.isGone()
                ? WebPageResponses.of(
                        HttpStatus.GONE, pages(feed).renderGone(link.kind().isOfPerson()))
                : answering.apply(feed);
    }

    private FeedSnapshot currentFeed(FeedLink link) {
        return switch (link.kind()) {
            case YEAR -> years.currentFeed(link);
            case STAFF, BUSY, GROUP, ROOM, INTERVENTION -> feeds.currentFeed(link);
        };
    }

    private long version(FeedLink link) {
        return switch (link.kind()) {
            case YEAR -> years.currentFeed(link).version();
            case STAFF, BUSY, GROUP, ROOM, INTERVENTION -> feeds.version(link);
        };
    }

    private PublicPageRenderer pages(FeedSnapshot feed) {
        return webPageResponses.pagesIn(feed.language());
    }

    /** Answers a request with invalid options: a page in the link's language that lists the valid ones. */
    @ExceptionHandler
    ResponseEntity<byte[]> invalidOption(FeedOptions.InvalidFeedOptionException wish, HttpServletRequest request) {
        var link = (FeedLink) Objects.requireNonNull(request.getAttribute(LinkTokenFilter.LINK));
        return WebPageResponses.of(
                HttpStatus.BAD_REQUEST,
                webPageResponses.pagesIn(link.language().locale()).renderInvalidParameter(wish.parameter()));
    }
}
