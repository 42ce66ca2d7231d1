package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.platform.traffic.GuessLimiter;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.LinkAddresses;
import dk.grundskema.api.service.publish.LinkRepository;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Resolves the link of a request and admits only requests for existing links. */
@Component
@Order(TokenPathFilter.BEFORE_SECURITY)
final class LinkTokenFilter extends TokenPathFilter {

    /** Request attribute that holds the {@link FeedLink}. */
    static final String LINK = "dk.grundskema.link";

    private final LinkRepository links;

    LinkTokenFilter(LinkRepository links, GuessLimiter guessLimiter, WebPageResponses webPageResponses) {
        super(LinkAddresses.PATH, "\\.ics|/seen|/qr\\.svg", guessLimiter, webPageResponses);
        this.links = links;
    }

    @Override
    protected boolean resolveToken(String token, HttpServletRequest request) {
        Optional<FeedLink> link = links.findByToken(token);
        link.ifPresent(found -> request.setAttribute(LINK, found));
        return link.isPresent();
    }
}
