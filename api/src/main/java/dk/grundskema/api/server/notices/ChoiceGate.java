package dk.grundskema.api.server.notices;

import dk.grundskema.api.server.platform.Guesses;
import dk.grundskema.api.server.publishing.TokenGate;
import dk.grundskema.api.server.publishing.WebAnswers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets requests for people's choices through that there are. */
@Component
@Order(TokenGate.BEFORE_SECURITY)
final class ChoiceGate extends TokenGate {
    /** How paths of choices begin. */
    static final String PATH = "/n/";

    /** Under this name operations find the {@link Choices.Choice}. */
    static final String CHOICE = "dk.grundskema.choice";

    private final Choices choices;

    ChoiceGate(Choices choices, Guesses guesses, WebAnswers answers) {
        super(PATH, "/again", guesses, answers);
        this.choices = choices;
    }

    @Override
    protected boolean opens(String token, HttpServletRequest request) {
        Optional<Choices.Choice> choice = choices.byToken(token);
        choice.ifPresent(found -> request.setAttribute(CHOICE, found));
        return choice.isPresent();
    }
}
