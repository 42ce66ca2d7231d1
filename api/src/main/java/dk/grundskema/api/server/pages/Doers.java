package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.platform.Speaking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says who did something to a plan, in the visitor's language. */
@Component
class Doers {
    private final Speaking speaking;

    Doers(Speaking speaking) {
        this.speaking = speaking;
    }

    /**
     * What somebody is called.
     *
     * @param name the name of the account; {@code null} or empty means that it is gone
     */
    String name(@Nullable String name) {
        return name == null || name.isEmpty() ? speaking.texts().text("pages.somebody") : name;
    }

    /**
     * Who did what.
     *
     * @param name as for {@link #name}
     * @param what the same in words
     */
    String sentence(@Nullable String name, String what) {
        return speaking.texts().text("pages.news", name(name), what);
    }
}
