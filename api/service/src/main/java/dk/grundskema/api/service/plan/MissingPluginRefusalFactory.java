package dk.grundskema.api.service.plan;

import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.domain.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Creates the refusal for a plan that needs a plugin which is not installed. Such a plan is read-only. */
final class MissingPluginRefusalFactory {
    private static final String UNKNOWN_TYPE = "intervention.unknown-type";
    private static final String NEWER = "intervention.newer-version";

    private MissingPluginRefusalFactory() {}

    /** Returns a 409 refusal that states why a stored problem cannot be read: missing or outdated plugins. */
    static RefusalException of(List<Finding> findings) {
        List<Object> missing = findings.stream()
                .filter(one -> one.code().startsWith(UNKNOWN_TYPE))
                .map(one -> one.arguments().getFirst())
                .distinct()
                .toList();
        var all = new ArrayList<Finding>();
        if (!missing.isEmpty()) {
            all.add(Finding.error("plan.plugin-missing", "", missing));
        }
        if (findings.stream().anyMatch(one -> one.code().equals(NEWER))) {
            all.add(Finding.error("plan.plugin-older", ""));
        }
        if (all.isEmpty()) {
            all.add(Finding.error("plan.unreadable", ""));
        }
        all.addAll(findings);
        return new RefusalException(HttpStatus.CONFLICT, all);
    }
}
