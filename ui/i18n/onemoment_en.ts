<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) ringing</source>
        <translation>
            <numerusform>%n call ringing</numerusform>
            <numerusform>%n calls ringing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n caller(s) greeted</source>
        <translation>
            <numerusform>%n caller greeted</numerusform>
            <numerusform>%n callers greeted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leaving a message</source>
        <translation>
            <numerusform>%n leaving a message</numerusform>
            <numerusform>%n leaving a message</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n holding</source>
        <translation>
            <numerusform>%n holding</numerusform>
            <numerusform>%n holding</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being passed on</source>
        <translation>
            <numerusform>%n being passed on</numerusform>
            <numerusform>%n being passed on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n told of a new time</source>
        <translation>
            <numerusform>%n told of a new time</numerusform>
            <numerusform>%n told of a new time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n put on hold</source>
        <translation>
            <numerusform>%n put on hold</numerusform>
            <numerusform>%n put on hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) late</source>
        <translation>
            <numerusform>%n promise late</numerusform>
            <numerusform>%n promises late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) due soon</source>
        <translation>
            <numerusform>%n promise due soon</numerusform>
            <numerusform>%n promises due soon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s), last at %1: %2</source>
        <translation>
            <numerusform>Tried once, at %1: %2</numerusform>
            <numerusform>Tried %n times, last at %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>with %n other(s) on the line</source>
        <translation>
            <numerusform>with %n other on the line</numerusform>
            <numerusform>with %n others on the line</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) made, and nobody could be reached</source>
        <translation>
            <numerusform>%n attempt was made, and nobody could be reached</numerusform>
            <numerusform>%n attempts were made, and nobody could be reached</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the callback was closed after %n attempt(s)</source>
        <translation>
            <numerusform>the callback was closed after %n attempt</numerusform>
            <numerusform>the callback was closed after %n attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln interruption(s)</source>
        <translation>
            <numerusform>%Ln interruption</numerusform>
            <numerusform>%Ln interruptions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>thanked %n time(s)</source>
        <translation>
            <numerusform>thanked once</numerusform>
            <numerusform>thanked %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln callback(s) promised</source>
        <translation>
            <numerusform>%Ln callback promised</numerusform>
            <numerusform>%Ln callbacks promised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promise(s) kept</source>
        <translation>
            <numerusform>%n promise kept</numerusform>
            <numerusform>%n promises kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n past the time</source>
        <translation>
            <numerusform>%n past its time</numerusform>
            <numerusform>%n past their time</numerusform>
        </translation>
    </message>
</context>
</TS>
