package dev.monkeywrench.sandbox.engine;

import dev.monkeywrench.sandbox.ExecOutcome;
import dev.monkeywrench.sandbox.ExecRequest;
import dev.monkeywrench.sandbox.Output;
import dev.monkeywrench.sandbox.Sandbox;
import dev.monkeywrench.sandbox.SandboxUnavailable;
import dev.monkeywrench.sandbox.SandboxUsage;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A sandbox over a cell. Every way a command can end but its own ends the whole cell, so that nothing it started
 * outlives it.
 */
final class CellSandbox implements Sandbox {

    private static final Duration UNPACKING = Duration.ofMinutes(2);
    private static final int KILLED = 137;

    private final Cell cell;
    private final Talk talk;
    private final Inside inside;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Optional<String> death = Optional.empty();
    private boolean listens;
    private volatile Runnable farewell = () -> {};

    CellSandbox(Cell cell, Talk talk, Inside inside) {
        this.cell = cell;
        this.talk = talk;
        this.inside = inside;
    }

    void whenClosed(Runnable action) {
        farewell = action;
    }

    /** The lifetime is over. A command in progress finds the shell gone and says so. */
    void expire() {
        die("its lifetime was over");
    }

    void unpack(TreeArchive tree) throws SandboxUnavailable, InterruptedException {
        String secret = Talk.secret();
        Script script = Script.unpack(tree.size(), inside, secret);
        try {
            Talk.Answer answer = talk.ask(
                    secret,
                    input -> {
                        script.sendTo(input);
                        tree.copyTo(input);
                    },
                    UNPACKING);
            if (answer.exitCode() != 0) {
                String said = talk.heardOnStdout().text().strip();
                throw tooLarge(said, "disk", new IOException("tar ended with " + answer.exitCode()));
            }
        } catch (TimeoutException late) {
            throw unanswered(late);
        } catch (Talk.EndedByItself gone) {
            throw switch (cell.ending()) {
                case MEMORY -> tooLarge("its memory was used up", "memory", gone);
                case DISK -> tooLarge("its disk was used up", "disk", gone);
                case ITS_OWN_DOING, ENGINE -> unanswered(gone);
            };
        }
    }

    @Override
    public ExecOutcome exec(ExecRequest request) throws SandboxUnavailable, InterruptedException {
        String secret = Talk.secret();
        ExecOutcome outcome = exec(Script.run(request, inside, secret), secret, request.timeout());
        listens |= request.listens();
        return outcome;
    }

    @Override
    public ExecOutcome tell(String message, Duration timeout) throws SandboxUnavailable, InterruptedException {
        if (!listens) {
            return Sandbox.super.tell(message, timeout);
        }
        String secret = Talk.secret();
        return exec(Script.tell(message, secret), secret, timeout);
    }

    private ExecOutcome exec(Script script, String secret, Duration timeout)
            throws SandboxUnavailable, InterruptedException {
        if (death.isPresent()) {
            throw new SandboxUnavailable("The sandbox is dead: " + death.get() + "; open another", false);
        }
        Stopwatch watch = new Stopwatch();
        Optional<Reading> before = cell.reading();
        try {
            return ended(talk.ask(secret, script::sendTo, timeout), before, watch);
        } catch (TimeoutException late) {
            return timedOut(before, watch);
        } catch (Talk.EndedByItself gone) {
            return vanished(gone, watch);
        } catch (InterruptedException stopped) {
            die("its command was interrupted");
            throw stopped;
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            death = Optional.of("it was closed");
            farewell.run();
            cell.remove();
        }
    }

    private ExecOutcome ended(Talk.Answer answer, Optional<Reading> before, Stopwatch watch) {
        Reading used = cell.reading().orElse(answer.after()).since(before.orElse(answer.before()));
        SandboxUsage usage = new SandboxUsage(watch.elapsed(), used.cpu());
        if (used.memoryKills() > 0) {
            die("its memory was used up");
            return new ExecOutcome.KilledForMemory(talk.heardOnStdout(), talk.heardOnStderr(), usage);
        }
        return new ExecOutcome.Exited(answer.exitCode(), talk.heardOnStdout(), talk.heardOnStderr(), usage);
    }

    /** A command that could not run for as long as it may has not used its time up: that is nobody's fault inside. */
    private ExecOutcome timedOut(Optional<Reading> before, Stopwatch watch) throws SandboxUnavailable {
        Optional<String> standstill = cell.standstill();
        if (standstill.isPresent()) {
            die(standstill.get());
            throw new SandboxUnavailable(
                    "The sandbox stood still while its command ran: " + standstill.get()
                            + ". See who stops the sandboxes of this machine",
                    true);
        }
        Reading used = cell.reading().orElse(Reading.NONE).since(before.orElse(Reading.NONE));
        die("its command reached its time limit");
        SandboxUsage usage = new SandboxUsage(watch.elapsed(), used.cpu());
        return new ExecOutcome.TimedOut(talk.heardOnStdout(), talk.heardOnStderr(), usage);
    }

    /** The shell inside is gone though nobody here ended it: memory, its lifetime, or the command's own doing. */
    private ExecOutcome vanished(Talk.EndedByItself gone, Stopwatch watch) throws SandboxUnavailable {
        Optional<String> ours = death;
        SandboxUsage usage = new SandboxUsage(watch.elapsed(), Duration.ZERO);
        if (ours.isPresent()) {
            throw new SandboxUnavailable("The sandbox died under its command: " + ours.get(), true, gone);
        }
        Output stdout = talk.heardOnStdout();
        Output stderr = talk.heardOnStderr();
        return switch (cell.ending()) {
            case MEMORY -> {
                die("its memory was used up");
                yield new ExecOutcome.KilledForMemory(stdout, stderr, usage);
            }
            case DISK -> {
                die("its disk was used up");
                yield new ExecOutcome.Exited(KILLED, stdout, withRemark(stderr), usage);
            }
            case ITS_OWN_DOING -> {
                die("its command ended it");
                yield new ExecOutcome.Exited(KILLED, stdout, stderr, usage);
            }
            case ENGINE -> {
                die("its engine lost it");
                throw new SandboxUnavailable(
                        "The engine lost the sandbox while its command ran: see that it is not being restarted",
                        true,
                        gone);
            }
        };
    }

    private static Output withRemark(Output stderr) {
        String remark = "\n[the sandbox wrote more than its disk limit and was killed]\n";
        return new Output(stderr.text() + remark, stderr.kept(), stderr.total());
    }

    private void die(String why) {
        if (death.isEmpty()) {
            death = Optional.of(why);
        }
        cell.kill();
    }

    private static SandboxUnavailable tooLarge(String why, String limit, Throwable cause) {
        String message = "The repository could not be laid into the sandbox: " + why
                + ". If it is larger than the sandbox's " + limit + ", raise monkeywrench.sandbox." + limit;
        return new SandboxUnavailable(message, false, cause);
    }

    private static SandboxUnavailable unanswered(Throwable cause) {
        return new SandboxUnavailable(
                "The repository could not be laid into the sandbox: it did not answer; see that its engine is well",
                true,
                cause);
    }
}
