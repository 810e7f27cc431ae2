package org.placewell.workflow;

import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.placewell.shared.MovableClock;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Everything about the engine that needs the engine's own classes, in one place: the closed map of beans, the hardening
 * settings, growing retry waits, the work-list listener on every user task, and the clock.
 */
@Component
class EnginePlugin extends SpringBootProcessEnginePlugin {

    /** A failed job is tried again after growing waits, then becomes an incident. */
    static final String RETRIES = "PT10S,PT1M,PT10M,PT1H,PT6H";

    private final ListableBeanFactory beans;
    private final ApplicationContext application;
    private final WorkItemListener workItems;
    private final MovableClock clock;
    private final EngineCommands commands;

    EnginePlugin(ListableBeanFactory beans, ApplicationContext application, WorkItemListener workItems, MovableClock clock, EngineCommands commands) {
        this.beans = beans;
        this.application = application;
        this.workItems = workItems;
        this.clock = clock;
        this.commands = commands;
    }

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        // The factory has already made an expression manager that reaches every Spring bean: replace it, a mere setBeans comes too late.
        var closed = new ClosedBeans(beans);
        engine.setBeans(closed);
        engine.setExpressionManager(new SpringExpressionManager(application, closed));
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setAuthorizationEnabled(false);
        engine.setQueryMaxResultsLimit(1000);
        engine.setEnforceHistoryTimeToLive(true);
        engine.setHistoryCleanupBatchWindowStartTime("01:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
        engine.setHistoryCleanupBatchSize(100);
        engine.setFailedJobRetryTimeCycle(RETRIES);
        // A repeating timer asks for its next moment each time it is due: the record may have changed since the last time.
        engine.setReevaluateTimeCycleWhenDue(true);
        var listeners = engine.getCustomPostBPMNParseListeners();
        var all = new java.util.ArrayList<BpmnParseListener>(listeners == null ? List.of() : listeners);
        all.add(new UserTasksFeedTheWorkList());
        engine.setCustomPostBPMNParseListeners(all);
        engine.setCustomPreCommandInterceptorsTxRequired(new java.util.ArrayList<>(List.of(new Counting(commands))));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(new java.util.ArrayList<>(List.of(new Counting(commands))));
        clock.follow(this::moveEngineClock);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        JobExecutor executor = engine.getJobExecutor();
        if (executor != null) {
            executor.setBackoffTimeInMillis(25);
            executor.setMaxBackoff(400);
        }
    }

    private void moveEngineClock() {
        if (clock.isStopped()) {
            // One millisecond ahead: a repeating timer whose last turn falls on the very instant of a stopped clock would fire for ever.
            ClockUtil.setCurrentTime(java.util.Date.from(clock.instant().plusMillis(1)));
        } else {
            ClockUtil.reset();
            ClockUtil.offset(clock.offset().toMillis());
        }
    }

    /** Stands before every command that the engine is given from outside. */
    private static final class Counting extends CommandInterceptor {
        private final EngineCommands commands;

        Counting(EngineCommands commands) {
            this.commands = commands;
        }

        @Override
        public <T> T execute(Command<T> command) {
            commands.another();
            return next.execute(command);
        }
    }

    private final class UserTasksFeedTheWorkList extends AbstractBpmnParseListener {
        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            for (var event : List.of(TaskListener.EVENTNAME_CREATE, TaskListener.EVENTNAME_ASSIGNMENT, TaskListener.EVENTNAME_UPDATE,
                    TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE)) {
                task.addBuiltInTaskListener(event, workItems);
            }
        }
    }
}
