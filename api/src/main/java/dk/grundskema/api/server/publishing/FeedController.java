package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.identity.Needs;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.platform.Lately;
import dk.grundskema.api.web.Agenda;
import dk.grundskema.api.web.LinkPage;
import dk.grundskema.api.web.Pages;
import dk.grundskema.api.web.QrCode;
import dk.grundskema.api.web.YearPage;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
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

/** What links lead to: a calendar for clients, and a page for people. {@link LinkGate} has found the link. */
@RestController
@Hidden // no part of what programs are offered
final class FeedController {
    private static final int REMEMBERED = 400;
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    private final Feeds feeds;
    private final YearFeeds years;
    private final Links links;
    private final PublicationRows publications;
    private final LinkAddresses addresses;
    private final WebAnswers answers;
    private final InstantSource clock;
    private final Lately<List<Object>, FeedFile> files = new Lately<>(REMEMBERED);

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
    }

    /** The calendar itself. */
    @GetMapping("/c/{token}.ics")
    @Needs(Permission.NONE)
    ResponseEntity<byte[]> feed(@RequestAttribute(LinkGate.LINK) Link link, HttpServletRequest request) {
        return unlessGone(link, feed -> {
            FeedFile file = file(feed, FeedWishes.of(request));
            if ("*".equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) { // whichever there is; Spring would send it
                return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                        .eTag(file.tag())
                        .lastModified(file.changed())
                        .build();
            }
            return ResponseEntity.ok()
                    .eTag(file.tag())
                    .lastModified(file.changed())
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.inline()
                                    .filename("calendar.ics")
                                    .build()
                                    .toString())
                    .contentType(CALENDAR)
                    .body(file.content());
        });
    }

    /** A feed's bytes, which stay the same until the next publication or until something cancelled is told no longer. */
    private FeedFile file(FeedNow feed, FeedWishes wishes) {
        Instant now = clock.instant();
        List<Object> key = List.of(feed.link().id(), feed.version(), feed.language(), wishes);
        FeedFile known = files.get(key, fresh -> FeedFile.of(feed, wishes, now));
        if (now.isBefore(known.until())) {
            return known;
        }
        files.remove(key);
        return files.get(key, fresh -> FeedFile.of(feed, wishes, now));
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
        return new Agenda(feed.state(), feed.span().zone(), feed.language())
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
                links.seen(link.id(), earlier(feed.published(), until));
            }
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, "../" + link.token())
                    .build();
        });
    }

    private static Instant earlier(Instant published, String until) {
        try {
            Instant shown = Instant.ofEpochSecond(Long.parseLong(until));
            return shown.isBefore(published) ? shown : published;
        } catch (NumberFormatException | DateTimeException e) {
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
        return feed.isGone() ? WebAnswers.of(HttpStatus.GONE, pages(feed).gone()) : answering.apply(feed);
    }

    private FeedNow now(Link link) {
        return switch (link.kind()) {
            case YEAR -> years.now(link);
            case STAFF, BUSY, GROUP, ROOM, INTERVENTION -> feeds.now(link);
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
