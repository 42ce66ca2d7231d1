package dk.grundskema.api.server.start;

import dk.grundskema.api.platform.TextFiles;
import dk.grundskema.domain.finding.Texts;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;

/** The service can't start as things are: everything that stands in its way, and what to do about each. */
public final class StartRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Sentence> reasons;

    StartRefusal(List<Sentence> reasons) {
        super(reasons.stream().map(Sentence::key).toList().toString(), null, false, false);
        this.reasons = List.copyOf(reasons);
    }

    StartRefusal(Sentence reason) {
        this(List.of(reason));
    }

    /** What stands in the way, a line for each thing, in a language. */
    public List<String> texts(Locale language) {
        Texts texts = texts(TextFiles.beside(StartRefusal.class, "messages", language), language);
        return reasons.stream().map(reason -> reason.in(texts)).toList();
    }

    private static Texts texts(ResourceBundle bundle, Locale language) {
        return new Texts(language, List.of(bundle), Function.identity());
    }
}
