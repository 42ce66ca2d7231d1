package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.domain.finding.Texts;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What was done to plans, in the words of the caller's language. */
@Component
public class RevisionWords {
    /** What is done for one of the staff, whose id is the first thing that the text mentions. */
    private static final Set<String> FOR_SOMEBODY = Set.of("revision.repaired", "revision.stand-in");

    private final Documents documents;
    private final Speaking speaking;

    RevisionWords(Documents documents, Speaking speaking) {
        this.documents = documents;
        this.speaking = speaking;
    }

    /** What was done; of an archive from a later release perhaps only its code. */
    public String of(Revision revision) {
        Texts texts = speaking.texts();
        return texts.has(revision.code()) ? texts.text(revision.code(), named(revision)) : revision.code();
    }

    /** People are called by their names as long as the plan knows them. */
    private List<String> named(Revision revision) {
        return FOR_SOMEBODY.contains(revision.code())
                ? revision.arguments().stream().map(id -> name(id, revision)).toList()
                : revision.arguments();
    }

    private String name(String id, Revision revision) {
        try {
            return documents.problem(revision.problem()).value().staff().stream()
                    .filter(one -> one.id().value().equals(id))
                    .map(one -> one.name())
                    .findFirst()
                    .orElse(id);
        } catch (Refusal missing) { // a plugin that the problem needs
            return id;
        }
    }
}
