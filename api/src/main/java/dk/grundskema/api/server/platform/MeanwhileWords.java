package dk.grundskema.api.server.platform;

/** Says what was done while a caller looked elsewhere, in the caller's language: the words that whoever keeps what was done has for it everywhere. */
@FunctionalInterface
public interface MeanwhileWords {
    /** What was done, without who did it. */
    String of(Refusal.Meanwhile done);
}
