package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.platform.Guesses;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets requests for links through that there are. */
@Component
@Order(TokenGate.BEFORE_SECURITY)
final class LinkGate extends TokenGate {
    /** How paths of links begin. */
    static final String PATH = "/c/";

    /** Under this name operations find the {@link Link}. */
    static final String LINK = "dk.grundskema.link";

    private final Links links;

    LinkGate(Links links, Guesses guesses, WebAnswers answers) {
        super(PATH, "\\.ics|/seen|/qr\\.svg", guesses, answers);
        this.links = links;
    }

    @Override
    protected boolean opens(String token, HttpServletRequest request) {
        Optional<Link> link = links.byToken(token);
        link.ifPresent(found -> request.setAttribute(LINK, found));
        return link.isPresent();
    }
}
