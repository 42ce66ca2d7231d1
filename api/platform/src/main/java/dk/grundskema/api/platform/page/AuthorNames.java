package dk.grundskema.api.platform.page;

import dk.grundskema.api.platform.http.RequestTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Formats the author of a change in the visitor's language. */
@Component
public class AuthorNames {
    private final RequestTexts requestTexts;

    AuthorNames(RequestTexts requestTexts) {
        this.requestTexts = requestTexts;
    }

    /**
     * Returns the author's display name.
     *
     * @param name name of the account; {@code null} or empty means that the account was deleted
     */
    String displayName(@Nullable String name) {
        return name == null || name.isEmpty() ? requestTexts.texts().text("pages.somebody") : name;
    }

    /**
     * Returns a sentence that names the author and the change.
     *
     * @param name as for {@link #displayName}
     * @param what description of the change
     */
    public String sentence(@Nullable String name, String what) {
        return requestTexts.texts().text("pages.news", displayName(name), what);
    }
}
