package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.domain.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Says what is missing to whoever wants more of a plan than to look at it. */
final class MissingPlugins {
    private static final String UNKNOWN_TYPE = "intervention.unknown-type";
    private static final String NEWER = "intervention.newer-version";

    private MissingPlugins() {}

    /** Why a problem that was kept can't be read: plugins that aren't here, or are older ones than wrote it. */
    static Refusal refusal(List<Finding> findings) {
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
        return new Refusal(HttpStatus.CONFLICT, all);
    }
}
