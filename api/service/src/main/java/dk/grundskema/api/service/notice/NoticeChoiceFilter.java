package dk.grundskema.api.service.notice;

import dk.grundskema.api.platform.traffic.GuessLimiter;
import dk.grundskema.api.service.subscribe.TokenPathFilter;
import dk.grundskema.api.service.subscribe.WebPageResponses;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Resolves the choice of a request and admits only requests with a valid token. */
@Component
@Order(TokenPathFilter.BEFORE_SECURITY)
final class NoticeChoiceFilter extends TokenPathFilter {
    /** Start of the paths of choices. */
    static final String PATH = "/n/";

    /** Request attribute that holds the {@link NoticeChoiceRepository.NoticeChoice}. */
    static final String CHOICE = "dk.grundskema.choice";

    private final NoticeChoiceRepository choices;

    NoticeChoiceFilter(NoticeChoiceRepository choices, GuessLimiter guessLimiter, WebPageResponses webPageResponses) {
        super(PATH, "/again", guessLimiter, webPageResponses);
        this.choices = choices;
    }

    @Override
    protected boolean resolveToken(String token, HttpServletRequest request) {
        Optional<NoticeChoiceRepository.NoticeChoice> choice = choices.findByToken(token);
        choice.ifPresent(found -> request.setAttribute(CHOICE, found));
        return choice.isPresent();
    }
}
